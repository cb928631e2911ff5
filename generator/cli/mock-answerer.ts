import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MockReply, OtherCause } from '../../templates/runtime/mock/exchange.js';
import type { Mock } from '../../templates/runtime/mock/options.js';
import { answererOf, type Answerer } from '../mock/answerer.js';
import { driftJson, driftNote, driftText } from '../mock/proxy/drift-report.js';
import { createProxy, type ProxiedRequest, type Proxy } from '../mock/proxy/proxy.js';
import { readTargetUrl } from '../mock/proxy/target-url.js';
import { readRecording } from '../mock/record/read-recording.js';
import { createRecorder } from '../mock/record/recorder.js';
import { createReplay, type Replay } from '../mock/record/replay.js';
import { packageRoot } from '../package-root.js';
import { Knowledge } from '../validate/knowledge.js';
import type { MockCommandOptions } from './mock.js';
import { UsageError } from './outcome.js';

/** What answers beside the mock, until the server has stopped. */
export interface Beside {
  readonly answerer: Answerer;
  /** Lets a recording be replayed from its beginning. */
  readonly reset: () => void;
  /** Ends recording, and tells what the proxy has found. */
  readonly close: () => Promise<void>;
}

type Asked = Pick<MockCommandOptions, 'proxy' | 'drift' | 'record' | 'replay' | 'port'>;

/** Composes what answers by the options. Throws a `UsageError` for what cannot be. */
export function besideOf(asked: Asked, mock: Mock, tell: (line: string) => void): Beside {
  const target = targetOf(asked);
  const knowledge = new Knowledge(join(packageRoot, 'generated', 'validators'));
  const replay = asked.replay === undefined ? undefined : replayOf(asked.replay, knowledge);
  const recording =
    asked.record === undefined ? undefined : recordingTo(asked.record, knowledge, tell);
  const recorder = recording?.recorder;
  if (asked.drift !== undefined) probe('--drift', asked.drift);
  const proxy =
    target === undefined
      ? undefined
      : createProxy({
          target,
          knowledge,
          ...(recorder === undefined ? {} : { recorder }),
          onDrift: (finding) => tell(driftNote(finding)),
        });
  const answerer = answererOf({
    mock,
    ...(recorder === undefined ? {} : { recorder }),
    ...(proxy === undefined ? {} : { proxy: notedProxy(proxy, mock) }),
    ...(replay === undefined ? {} : { replay: notedReplay(replay, mock) }),
  });
  return {
    answerer,
    reset: () => replay?.reset(),
    async close() {
      await recorder?.close();
      proxy?.close();
      if (proxy !== undefined) tellDrift(proxy, asked.drift, tell);
      if (recording?.hasFailed() === true)
        throw new UsageError('--record: not all that was answered is in the file');
    },
  };
}

/** Records to a file. Throws a `UsageError` where that cannot begin; what goes wrong later is told. */
function recordingTo(file: string, knowledge: Knowledge, tell: (line: string) => void) {
  const problems: string[] = [];
  let isOpen = false;
  const recorder = createRecorder({
    file,
    knowledge,
    onProblem(problem) {
      problems.push(problem);
      if (isOpen) tell(`msdk: --record: ${problem}`);
    },
  });
  isOpen = true;
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`--record: ${problem}`);
  return { recorder, hasFailed: () => problems.length > 0 };
}

/** Throws a `UsageError` where a file cannot be written. */
function probe(option: string, file: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw new UsageError(`${option} ${file}: it cannot be written (${codeOf(error)})`);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'error';
}

function notedProxy(proxy: Proxy, mock: Mock): Pick<Proxy, 'answer'> {
  return {
    answer: async (request) => noted(mock, request, await proxy.answer(request), 'proxy'),
  };
}

function notedReplay(replay: Replay, mock: Mock): Pick<Replay, 'answer'> {
  return {
    answer(request) {
      const reply = replay.answer(request);
      return reply === undefined ? undefined : noted(mock, request, { ...reply }, 'replay');
    },
  };
}

function noted(mock: Mock, request: ProxiedRequest, reply: MockReply, by: OtherCause): MockReply {
  mock.note(request, reply, by);
  return reply;
}

function targetOf({ proxy, drift, record, replay, port }: Asked): URL | undefined {
  if (drift !== undefined && proxy === undefined)
    throw new UsageError('--drift: there is nothing to report without --proxy');
  if (record !== undefined && replay !== undefined && resolve(record) === resolve(replay))
    throw new UsageError('--record and --replay: they cannot be the same file');
  if (proxy === undefined) return undefined;
  const target = readTargetUrl(proxy);
  if (typeof target === 'string') throw new UsageError(`--proxy: ${target}`);
  const isHere = /^(?:localhost|127\..*|\[::1\])$/.test(target.hostname);
  if (isHere && target.port === port)
    throw new UsageError(
      `--proxy ${target.origin}: it would forward to itself; choose another --port`,
    );
  return target;
}

function replayOf(file: string, knowledge: Knowledge): Replay {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--replay ${file}: it cannot be read (${codeOf(error)})`);
  }
  // What was killed while it wrote leaves half a line, which held nothing that was answered whole.
  const { recorded, problems } = readRecording(text.slice(0, text.lastIndexOf('\n') + 1));
  if (problems.length > 0)
    throw new UsageError(
      [
        '--replay: it is no recording',
        ...problems.map(({ line, message }) => `${file}:${line} ${message}`),
      ].join('\n'),
    );
  return createReplay(recorded, knowledge);
}

function tellDrift(proxy: Proxy, file: string | undefined, tell: (line: string) => void): void {
  const report = proxy.drift();
  tell(driftText(report).trimEnd());
  if (file === undefined) return;
  try {
    writeFileSync(file, driftJson(report));
  } catch (error) {
    throw new UsageError(`--drift ${file}: it cannot be written (${codeOf(error)})`);
  }
}
