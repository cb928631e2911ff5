/** A file in memory: where it goes, below the output folder, and what it holds. */
export interface EmittedFile {
  /** Relative, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}
