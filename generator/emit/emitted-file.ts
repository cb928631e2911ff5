/** A file in memory: where it goes, below the output folder, and what it holds. */
export interface EmittedFile {
  /** Relative, with `/` on every system. */
  readonly path: string;
  /** What it holds; a large file's is put together anew each time it is asked for. */
  readonly text: string;
  /** The same as UTF-8 in parts, for a file too large to be held as one text. */
  readonly parts?: () => Iterable<Uint8Array>;
}

/** Past this size a file is made again where it is needed, and not held. */
const largestHeld = 32 * 1024 * 1024;

/** A large file from a way to make its parts. */
export function largeFile(path: string, make: () => Iterable<string>): EmittedFile {
  const held: Uint8Array[] = [];
  let size = 0;
  for (const part of encode(make())) {
    size += part.length;
    if (size > largestHeld) break;
    held.push(part);
  }
  const parts =
    size > largestHeld
      ? (): Iterable<Uint8Array> => encode(make())
      : (): Iterable<Uint8Array> => held;
  return {
    path,
    parts,
    get text() {
      return Buffer.concat([...parts()]).toString('utf8');
    },
  };
}

/** What a file holds, part by part. */
export function partsOf({ parts, text }: EmittedFile): Iterable<string | Uint8Array> {
  return parts?.() ?? [text];
}

/** Texts as UTF-8, in pieces of some size: many small ones would cost more than they hold. */
function* encode(parts: Iterable<string>): Generator<Uint8Array> {
  let pending: string[] = [];
  let length = 0;
  for (const part of parts) {
    pending.push(part);
    length += part.length;
    if (length < 64 * 1024) continue;
    yield Buffer.from(pending.join(''), 'utf8');
    pending = [];
    length = 0;
  }
  yield Buffer.from(pending.join(''), 'utf8');
}
