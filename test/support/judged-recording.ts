import { createRecorder } from '../../generator/mock/record/recorder.js';
import type { SeenExchange } from '../../generator/mock/record/seen.js';
import { overLines } from '../../generator/validate/run/lines.js';
import { setUp } from '../../generator/validate/run/workbench.js';
import type { RawFinding } from '../../generator/validate/place/raw.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary.js';
import { asked, knowledge } from './upstream.js';
import type { MockReply } from '../../templates/runtime/mock/exchange.js';

/** A request with a body, and the reply to it. */
export function exchange(target: string, body: unknown, reply: MockReply): SeenExchange {
  return { at: 1_479_000_000_000, milliseconds: 12.6, request: asked(target, body), reply };
}

/** Records exchanges to a file of their own; gives its text, and what was told meanwhile. */
export async function recordingOf(
  exchanges: readonly SeenExchange[],
): Promise<{ readonly text: string; readonly problems: readonly string[] }> {
  const file = join(temporaryFolder(), 'calls.ndjson');
  const problems: string[] = [];
  const recorder = createRecorder({ file, knowledge, onProblem: (one) => problems.push(one) });
  for (const exchange of exchanges) await recorder.record(exchange);
  await recorder.close();
  return { text: readFileSync(file, 'utf8'), problems };
}

const workbench = setUp(
  {
    validators: '',
    language: 'en',
    isLenient: true,
    keys: undefined,
    baseUrls: [],
    maxBytes: 1 << 24,
    hints: { endpoint: undefined, part: undefined, withDuplicates: true },
    format: 'ndjson',
    everyVerdict: false,
    withCoverage: false,
  },
  knowledge,
);

/** What `msdk validate --lenient --duplicates` finds in lines, without the places. */
export async function findingsInLines(
  text: string,
): Promise<Pick<RawFinding, 'severity' | 'code' | 'pointer' | 'endpoint' | 'message'>[]> {
  const { verdicts } = await overLines('calls.ndjson', Buffer.from(text), workbench);
  return verdicts.flatMap(({ findings }) =>
    findings.map(({ severity, code, pointer, endpoint, message }) => ({
      severity,
      code,
      pointer,
      endpoint,
      message,
    })),
  );
}
