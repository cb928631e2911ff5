import type { MockAnswer } from './answer.js';
import { failureReply } from './failure.js';
import type { MockErrorRow, MockOperation } from './operation.js';

/** Whether an answer says what the reply is to be, and not only what is to be done to it. */
export function choosesReply({ code, table, match, example, reply }: MockAnswer): boolean {
  // 0 is what there is without an answer.
  return [code || undefined, table, match, example, reply].some((choice) => choice !== undefined);
}

/** The reply that an answer asks for; undefined where the endpoint documents no such reply. */
export function chosenReply(
  operation: MockOperation,
  { code, table, match, example, reply }: MockAnswer,
): Readonly<Record<string, unknown>> | undefined {
  if (reply !== undefined) return { ret: 0, [operation.envelope]: 'success', ...reply };
  if (code === undefined && table === undefined && match === undefined)
    return operation.examples.find(([name]) => example === undefined || name === example)?.[1];
  const listed = (row: MockErrorRow): boolean =>
    (row[0] !== 0 || code === 0 || match !== undefined) &&
    (code === undefined || row[0] === code) &&
    (match === undefined || row[1] === match);
  const spans = ([first, , , last]: MockErrorRow): boolean =>
    code !== undefined &&
    match === undefined &&
    last !== undefined &&
    Math.min(first, last) <= code &&
    code <= Math.max(first, last);
  for (const fits of [listed, spans])
    for (const known of operation.errors) {
      if (table !== undefined && known.id !== table) continue;
      const row = known.rows.find(fits);
      if (row !== undefined)
        return failureReply(operation.envelope, known, code ?? row[0], row[1], row[2]);
    }
  return undefined;
}
