import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../../generator/diagnostics/index.js';

/** A file that cannot be read as text: what is found at its beginning. */
export interface FolderBreach {
  readonly what: string;
  readonly file: string;
  readonly code: Code;
  readonly message: string;
  /** Puts the file into the catalogue's folder. */
  readonly make: (folder: string) => void;
}

const bytes = (what: string, file: string, content: readonly number[]): FolderBreach => ({
  what,
  file,
  code: 'invalid-utf8',
  message: 'The file is not valid UTF-8.',
  make: (folder) => writeFileSync(join(folder, file), Uint8Array.from(content)),
});

export const folderBreaches: readonly FolderBreach[] = [
  bytes('a byte that UTF-8 has not', 'types/Player.yaml', [0x61, 0x3a, 0x20, 0xff]),
  bytes('a character cut short', 'types/Player.yaml', [0x61, 0x3a, 0x20, 0xe4, 0xb8]),
  bytes('a surrogate in UTF-8', 'types/Player.yaml', [0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80]),
  bytes('UTF-16 with its mark', 'glossary.yaml', [0xff, 0xfe, 0x61, 0x00]),
  {
    what: 'a folder by the name of a file',
    file: 'types/Folder.yaml',
    code: 'unreadable-file',
    message: 'Cannot read the file: it is a folder.',
    make: (folder) => mkdirSync(join(folder, 'types/Folder.yaml')),
  },
  {
    what: 'a link to nowhere',
    file: 'types/Nowhere.yaml',
    code: 'unreadable-file',
    message: 'Cannot read the file: there is no such file or folder.',
    make: (folder) => symlinkSync('nowhere.yaml', join(folder, 'types/Nowhere.yaml')),
  },
];
