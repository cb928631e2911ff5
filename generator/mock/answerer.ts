import type { MockReply } from '../../templates/runtime/mock/exchange.js';
import type { Proxy, ProxiedRequest } from './proxy/proxy.js';
import type { Recorder } from './record/recorder.js';
import type { Replay } from './record/replay.js';

/** Answers requests, whatever carried them. */
export interface Answerer {
  readonly answer: (request: ProxiedRequest) => MockReply | Promise<MockReply>;
}

/** What answers are made of. */
export interface AnswererParts {
  /** Answers from its state what nobody else does. */
  readonly mock: Answerer;
  /** Answers in the mock's place. */
  readonly proxy?: Pick<Proxy, 'answer'>;
  /** Takes part of what is answered by the mock and the replay; the proxy has its own. */
  readonly recorder?: Pick<Recorder, 'record'>;
  /** Is asked before both. */
  readonly replay?: Pick<Replay, 'answer'>;
}

/**
 * Composes an answerer: the replay is asked first, then the proxy where there is one, else the mock. What
 * is answered here is recorded before it is given back, except where the connection is to break: then
 * nothing whole was answered. A proxy records what it forwards itself.
 */
export function answererOf({ mock, proxy, recorder, replay }: AnswererParts): Answerer {
  const answerHere = async (
    request: ProxiedRequest,
    reply: MockReply | Promise<MockReply>,
    at: number,
  ): Promise<MockReply> => {
    const given = await reply;
    if (given.cut === undefined)
      await recorder
        ?.record({ at, milliseconds: Date.now() - at, request, reply: given })
        .catch(() => undefined);
    return given;
  };
  return {
    answer(request) {
      const at = Date.now();
      const replayed = replay?.answer(request);
      if (replayed === undefined && proxy !== undefined) return proxy.answer(request);
      const reply = replayed ?? mock.answer(request);
      return recorder === undefined ? reply : answerHere(request, reply, at);
    },
  };
}
