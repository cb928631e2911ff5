import type { Knowledge } from '../knowledge.js';
import { judge, type Judging } from '../judge/judge.js';
import { Mask } from '../place/mask.js';
import { place, problemWords, type Placing } from '../place/place.js';
import type { RawVerdict } from '../place/raw.js';
import { Sheet } from '../place/sheet.js';
import type { Problem } from '../problem.js';
import type { ReadRecord, TextRecord } from '../read/record.js';
import { Router } from '../route.js';
import { vocabularyOf } from '../words/index.js';
import type { RunOptions } from './options.js';

/** What one thread has at hand for all its units. */
export interface Workbench {
  readonly options: RunOptions;
  readonly judging: Judging;
  readonly placing: Placing;
}

/** Sets up a thread. */
export function setUp(
  options: RunOptions,
  knowledge: Knowledge,
  onPart?: Judging['onPart'],
): Workbench {
  const { language, isLenient, keys, baseUrls } = options;
  return {
    options,
    judging: {
      knowledge,
      router: new Router(knowledge.service, baseUrls),
      isLenient,
      keys,
      ...(onPart === undefined ? {} : { onPart }),
    },
    placing: {
      knowledge,
      vocabulary: vocabularyOf(language),
      language,
      mask: new Mask(knowledge.service.secrets),
    },
  };
}

/** The verdicts on everything that a record holds, in the order in which it stands there. */
export async function verdictsOn(
  record: TextRecord,
  { exchanges, problems }: ReadRecord,
  { judging, placing, options }: Workbench,
): Promise<RawVerdict[]> {
  const verdicts: RawVerdict[] = [];
  const remarks = problems.map((one) => ({ pointer: '', ...one, endpoint: '' }));
  const sheet = new Sheet(record, placing.mask);
  const others = place(remarks, sheet, placing);
  for (const exchange of exchanges) {
    const judged = await judge(exchange, judging);
    const findings = place(judged.remarks, sheet, placing);
    if (findings.length === 0 && !options.everyVerdict) continue;
    const line = record.line + sheet.lines.at(exchange.place().start).line - 1;
    verdicts.push({ file: record.file, line, endpoint: judged.endpoint, findings });
  }
  if (others.length === 0) return verdicts;
  // What concerns the record as a whole belongs to its one exchange, or to none.
  const [only, ...rest] = verdicts;
  if (exchanges.length === 1 && only !== undefined && rest.length === 0) {
    const findings = [...others, ...only.findings].sort(
      (a, b) => a.spot.line - b.spot.line || a.spot.column - b.spot.column,
    );
    return [{ ...only, findings }];
  }
  const [first] = others;
  const line = first?.spot.line ?? record.line;
  return [{ file: record.file, line, endpoint: '', findings: others }, ...verdicts];
}

/** The verdict on what cannot be looked into: a problem at a place. */
export function verdictOf(
  problem: Problem,
  at: { readonly file: string; readonly line: number; readonly column: number },
  { placing }: Pick<Workbench, 'placing'>,
): RawVerdict {
  const { file, line, column } = at;
  const finding = {
    ...problemWords(problem, placing.vocabulary),
    pointer: '',
    endpoint: '',
    spot: { file, line, column, endLine: line, endColumn: column + 1 },
  };
  return { file, line, endpoint: '', findings: [finding] };
}
