import type { Failure } from './error-table.js';
import { textOf } from './text.js';

/** Takes a failed reply apart: its text, and the number in each place where one may stand. */
export function failureOf(
  ret: number,
  reply: Readonly<Record<string, unknown>>,
  envelope: 'msg' | 'message',
): Failure {
  const text = textOf(reply[envelope] ?? reply['msg'] ?? reply['message'] ?? '');
  return {
    ret,
    text,
    // Commas behind the first belong to the text (errors-zh:8-9, field-notes:9).
    wrapped:
      ret === -10000 || ret === -20000 ? integerOf(text.split(',', 1)[0]?.trim()) : undefined,
    platCode: integerOf(reply['platCode']),
    detail: detailCode(text),
    err_type: integerOf(reply['err_type']),
  };
}

/** The number after `ret:`; a negative one is the unsigned byte that the tables list, less 256 (errors-zh:314-346). */
function detailCode(text: string): number | undefined {
  const code = integerOf(/\bret:\s*(-?\d+)/.exec(text)?.[1]);
  return code !== undefined && code < 0 ? code + 256 : code;
}

/** A whole number, or one written in digits. */
export function integerOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
