/** What the caller should do about an error. */
export type Action =
  | 'none'
  | 'retry'
  | 'reauthorise'
  | 'refresh-token'
  | 'fix-request'
  | 'give-up'
  | 'contact-support';

/** Whether the same request may be sent again as it is: at once, after a while, or not at all. */
export type Retry = 'safe' | 'later' | 'never';

/** Where a table's numbers stand in a reply. */
export type CarriedBy = 'ret' | 'wrapped' | 'platCode' | 'err_type' | 'text' | 'detail';

/** A code, or the first and the last of a range, or the words by which an error is known. */
export type ErrorKey = number | readonly [number, number] | string;

/** A table of error codes: what each asks of the caller. Its meanings stand apart, in errors/meanings. */
export interface ErrorTable {
  readonly id: string;
  readonly carriedBy: CarriedBy;
  /** The ret that wraps the table's codes. */
  readonly wrappedBy?: -10000 | -20000;
  /** The command in the text by which a table of details is known. */
  readonly command?: string;
  /** The errors by what they ask of the caller. */
  readonly rows: readonly (readonly [Action, Retry, readonly ErrorKey[]])[];
}

/** What a table says of an error. */
export interface KnownError {
  readonly table: string;
  readonly key: ErrorKey;
  readonly action: Action;
  readonly retry: Retry;
}

/** The numbers and the text of a failed reply. */
export interface Failure {
  readonly ret: number;
  readonly text: string;
  /** The platform's own code, from before the first comma of the text, where ret says that it is wrapped. */
  readonly wrapped: number | undefined;
  readonly platCode: number | undefined;
  /** The number after `ret:` inside the text. */
  readonly detail: number | undefined;
  readonly err_type: number | undefined;
}

/** From the most telling to the least: an endpoint's own number outweighs the layer's that carries it. */
const order: readonly CarriedBy[] = ['platCode', 'text', 'detail', 'wrapped', 'ret', 'err_type'];

/**
 * Finds what the tables say of a failure. A code that is listed outweighs a range that spans it; of
 * two tables that list it, the first holds: an endpoint's own stand before its layers'.
 */
export function findError(tables: readonly ErrorTable[], failure: Failure): KnownError | undefined {
  for (const carriedBy of order) {
    const fitting = tables.filter((table) => table.carriedBy === carriedBy && fits(table, failure));
    const code = carriedBy === 'text' ? undefined : failure[carriedBy];
    const found =
      find(fitting, (key) =>
        typeof key === 'string' ? failure.text.includes(key) : key === code,
      ) ?? find(fitting, (key) => typeof key === 'object' && spans(key, code));
    if (found !== undefined) return found;
  }
  return undefined;
}

function fits({ wrappedBy, command }: ErrorTable, { ret, text }: Failure): boolean {
  return (wrappedBy ?? ret) === ret && text.includes(command ?? '');
}

function find(
  tables: readonly ErrorTable[],
  matches: (key: ErrorKey) => boolean,
): KnownError | undefined {
  for (const { id, rows } of tables)
    for (const [action, retry, keys] of rows) {
      const key = keys.find(matches);
      if (key !== undefined) return { table: id, key, action, retry };
    }
  return undefined;
}

function spans(range: readonly [number, number], code: number | undefined): boolean {
  return code !== undefined && Math.min(...range) <= code && code <= Math.max(...range);
}
