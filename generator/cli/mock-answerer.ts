import { readFileSync, writeFileSync } from 'node:fs';
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

type Asked = Pick<MockCommandOptions, 'proxy' | 'drift' | 'record' | 'replay'>;

/** Composes what answers by the options. Throws a `UsageError` for what cannot be. */
export function besideOf(asked: Asked, mock: Mock, tell: (line: string) => void): Beside {
  const target = targetOf(asked);
  const knowledge = new Knowledge(join(packageRoot, 'generated', 'validators'));
  const replay = asked.replay === undefined ? undefined : replayOf(asked.replay, knowledge);
  const recorder =
    asked.record === undefined
      ? undefined
      : createRecorder({
          file: asked.record,
          knowledge,
          onProblem: (problem) => tell(`msdk: --record: ${problem}`),
        });
  const proxy =
    target === undefined
      ? undefined
      : createProxy({
          target,
          knowledge,
          ...(recorder === undefined ? {} : { recorder }),
          onDrift: (finding) => tell(`drift: ${driftNote(finding)}`),
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
      if (proxy === undefined) return;
      proxy.close();
      tellDrift(proxy, asked.drift, tell);
    },
  };
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

function targetOf({ proxy, drift, record, replay }: Asked): URL | undefined {
  if (drift !== undefined && proxy === undefined)
    throw new UsageError('--drift: there is nothing to report without --proxy');
  if (record !== undefined && replay !== undefined && resolve(record) === resolve(replay))
    throw new UsageError('--record and --replay: they cannot be the same file');
  if (proxy === undefined) return undefined;
  const target = readTargetUrl(proxy);
  if (typeof target === 'string') throw new UsageError(`--proxy: ${target}`);
  return target;
}

function replayOf(file: string, knowledge: Knowledge): Replay {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `--replay ${file}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
  const { recorded, problems } = readRecording(text);
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
    throw new UsageError(
      `--drift ${file}: it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
}
