/** A file in memory: where it goes, below the output folder, and what it holds. */
export interface EmittedFile {
  /** Relative, with `/` on every system. */
  readonly path: string;
  readonly text: string;
  /** The text's UTF-8, where it is too large to be held as a text; `text` then decodes it anew. */
  readonly bytes?: Uint8Array;
}

/** What a file holds, in whichever form it is held. */
export function contentOf({ bytes, text }: EmittedFile): string | Uint8Array {
  return bytes ?? text;
}

/** A large file from its parts: they are held as bytes, a half of what Chinese or Korean costs as text. */
export function largeFile(path: string, parts: Iterable<string>): EmittedFile {
  const chunks: Buffer[] = [];
  for (const part of parts) chunks.push(Buffer.from(part, 'utf8'));
  const bytes = Buffer.concat(chunks);
  return {
    path,
    bytes,
    get text() {
      return bytes.toString('utf8');
    },
  };
}
