import { HarSplitter, type HarText, type HarTooLong } from '../input/har.js';
import type { RawVerdict } from '../place/raw.js';
import { readEntry } from '../read/read-har-entry.js';
import { tooLong } from './lines.js';
import { nothing, type UnitResult } from './unit.js';
import { verdictOf, verdictsOn, type Workbench } from './workbench.js';

/** Goes over entries of a capture. Those that are no calls to the service are passed over. */
export async function overEntries(
  file: string,
  entries: readonly (HarText | HarTooLong)[],
  workbench: Workbench,
): Promise<UnitResult> {
  const verdicts: RawVerdict[] = [];
  const isOurs = (address: string): boolean =>
    workbench.judging.router.find(address).kind !== 'foreign';
  let calls = 0;
  let isOmitted = false;
  for (const entry of entries) {
    const { line, column } = entry;
    const at = { file, line, column };
    if ('tooLong' in entry) {
      verdicts.push(verdictOf(tooLong(workbench.options.maxBytes), at, workbench));
      continue;
    }
    if (!entry.isUtf8) {
      verdicts.push(verdictOf({ code: 'invalid-utf8', params: { isUtf16: false } }, at, workbench));
      continue;
    }
    const read = readEntry(entry.text, isOurs, workbench.options.hints.withDuplicates);
    calls += read.exchanges.length;
    isOmitted ||= read.isOmitted;
    verdicts.push(...(await verdictsOn({ ...at, text: entry.text }, read, workbench)));
  }
  return { ...nothing, payloads: calls, calls, isOmitted, verdicts };
}

/** What is to be said of a capture as a whole, once all of it was gone over. */
export function verdictsOnCapture(
  file: string,
  splitter: HarSplitter,
  { calls, isOmitted }: Pick<UnitResult, 'calls' | 'isOmitted'>,
  workbench: Pick<Workbench, 'placing'>,
): RawVerdict[] {
  const verdicts = splitter
    .end()
    .map(({ kind, line, column }) =>
      verdictOf(
        { code: 'bad-har', params: { kind, found: '' } },
        { file, line, column },
        workbench,
      ),
    );
  const start = { file, line: 1, column: 1 };
  if (isOmitted) {
    const hint = { kind: 'record-bodies' } as const;
    verdicts.push(verdictOf({ code: 'omitted-bodies', params: {}, hint }, start, workbench));
  }
  if (calls === 0 && verdicts.length === 0)
    verdicts.push(verdictOf({ code: 'no-calls', params: {} }, start, workbench));
  return verdicts;
}
