/** A range in a text file. Lines and columns count from 1, in UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The keys and indices that lead from a file's root to one of its values. */
export type DataPath = readonly (string | number)[];

/** Anything that can say where a value stands: a loaded file, or the file system entry itself. */
export interface Locator {
  /** The file's name as shown to people, relative to the catalogue's folder. */
  readonly file: string;
  /** The file's text, for code frames. */
  readonly text: string;
  /** Where the value at a path stands; `of: 'key'` asks for its key instead. Falls back to the nearest parent. */
  place(path: DataPath, of?: 'key' | 'value'): Place;
}
