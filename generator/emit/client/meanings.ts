import type { EmittedFile } from '../emitted-file.js';
import type { ErrorTable, FullText } from '../../model/index.js';
import { dataLiteral } from '../encode/index.js';
import { keyOf } from '../error-key.js';
import { header } from '../header.js';
import type { Templates } from '../templates.js';

/**
 * What each code means, in three languages, in one file of its own: a program that never explains
 * an error to people does not carry it.
 */
export function emitMeanings(tables: readonly ErrorTable[], templates: Templates): EmittedFile[] {
  const meanings = Object.fromEntries(
    tables.map(({ id, codes }) => [
      id,
      Object.fromEntries(
        codes.map((row) => [
          keyText(keyOf(row)),
          [row.text.en, row.text.zh, row.text.ko, ...adviceOf(row.advice)],
        ]),
      ),
    ]),
  );
  const data = { header, meanings: dataLiteral(meanings) };
  return [{ path: 'client/errors/meanings.ts', text: templates.render('meanings.hbs', data) }];
}

function adviceOf(advice: FullText | undefined): string[] {
  return advice === undefined ? [] : [advice.en, advice.zh, advice.ko];
}

/** A key as one text: a range by its bounds. */
function keyText(key: ReturnType<typeof keyOf>): string {
  return Array.isArray(key) ? key.join('..') : String(key);
}
