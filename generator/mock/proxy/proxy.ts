import type { MockReply, MockRequest } from '../../../templates/runtime/mock/exchange.js';
import type { Knowledge } from '../../validate/knowledge.js';
import { EntryWriter } from '../record/entry.js';
import type { Recorder } from '../record/recorder.js';
import { originForm } from '../target.js';
import { Drift, type DriftFinding, type DriftReport } from './drift.js';
import { forwardedHeaders, type HeaderSource } from './headers.js';
import { createJudge, type Judge } from './judge.js';
import { originOf } from './target-url.js';
import { UpstreamError } from './upstream-error.js';
import { Upstream } from './upstream.js';

/** A request that may list all its headers; where it does not, the usual ones are asked for by name. */
export type ProxiedRequest = MockRequest & Pick<HeaderSource, 'headers'>;

/** Forwards requests to a service, and compares what passes by with the catalogue. */
export interface Proxy {
  /** Answers as the service does; by HTTP status 502 or 504 where it gives no reply. It never fails. */
  readonly answer: (request: ProxiedRequest) => Promise<MockReply>;
  /** What was found so far. */
  readonly drift: () => DriftReport;
  readonly close: () => void;
}

/** How requests are forwarded. */
export interface ProxyOptions {
  /** The one service that is ever contacted, whatever a request says. */
  readonly target: URL;
  readonly knowledge: Knowledge;
  /** How long the service may take; 10 seconds without it, where the documents say 3.1. */
  readonly timeoutMs?: number;
  /** The most bytes of a reply; 16 MiB without it. */
  readonly maxBytes?: number;
  readonly judge?: Judge;
  readonly recorder?: Pick<Recorder, 'record'>;
  /** Is told of each kind of finding when it is first seen. */
  readonly onDrift?: (finding: DriftFinding) => void;
}

/** Makes a proxy. */
export function createProxy(options: ProxyOptions): Proxy {
  const { target, knowledge, recorder, onDrift } = options;
  const { timeoutMs = 10_000, maxBytes = 16 * 1024 * 1024 } = options;
  const upstream = new Upstream(target, { timeoutMs, maxBytes });
  const judge = options.judge ?? createJudge(knowledge);
  const writer = new EntryWriter(knowledge);
  const origin = originOf(target);
  const drift = new Drift(origin, onDrift);

  /** What goes wrong here takes nothing from the caller. */
  const compare = async (request: MockRequest, reply: MockReply, at: number): Promise<void> => {
    const seen = { at, milliseconds: Date.now() - at, request, reply };
    const line = await recorder?.record(seen).catch(() => undefined);
    const entry = await writer.write(seen);
    drift.add(entry, await judge.judge(entry), line);
  };

  return {
    async answer(request) {
      const { method, target: asked, body } = request;
      const path = originForm(asked);
      if (path === undefined) return plainReply(400, 'the target of the request is no path');
      if (typeof body !== 'string')
        return plainReply(
          body.unreadable === 'too-large' ? 413 : 415,
          `the body cannot be forwarded: ${body.unreadable}`,
        );
      const at = Date.now();
      let reply: MockReply;
      try {
        reply = await upstream.send({ method, path, headers: forwardedHeaders(request), body });
      } catch (error) {
        drift.unanswered();
        const failure =
          error instanceof UpstreamError ? error : new UpstreamError({ code: 'unknown' });
        return plainReply(failure.status, `no reply from ${origin}: ${failure.message}`);
      }
      await compare(request, reply, at).catch(() => undefined);
      return reply;
    },
    drift: () => drift.report(),
    close: () => upstream.close(),
  };
}

function plainReply(status: number, text: string): MockReply {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `msdk mock: ${text}\n`,
  };
}
