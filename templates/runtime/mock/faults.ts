import type { Delay, Fault, MockAnswer } from './answer.js';
import type { MockReply } from './exchange.js';
import { hashOf } from './world/made-up.js';

/** What the service's own work may take, and a little more (server-en:79). */
const pastTimeout = 3_300;

/** Does to a reply what an answer asks for. The draw of a delay follows from a text, so that it can be had again. */
export function spoiled(reply: MockReply, answer: MockAnswer, draw: string): MockReply {
  const { delay, fault } = answer;
  const wait = delay === undefined ? {} : { delay: drawn(delay, draw) };
  if (fault === 'html') return { ...errorPage, ...wait };
  if (fault === 'timeout') return { ...reply, delay: Math.max(wait.delay ?? 0, pastTimeout) };
  if (fault === 'reset' || fault === 'truncate') return { ...reply, ...wait, cut: fault };
  return { ...reply, ...wait };
}

/** What was done to a reply, for those who look in. */
export function faultNames({ delay, fault }: MockAnswer): string[] {
  const names: (Fault | 'delay')[] = fault === undefined ? [] : [fault];
  return delay === undefined ? names : ['delay', ...names];
}

/** The page of a gateway in front of the service. No document shows one (the catalogue's hole envelope.httpStatus). */
const errorPage: MockReply = {
  status: 502,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<h1>502 Bad Gateway</h1>\n</body>\n</html>\n',
};

/** A longest delay, so that no draw hangs a test. */
const longest = 60_000;

function drawn(delay: Delay, draw: string): number {
  if (typeof delay === 'number') return Math.min(delay, longest);
  // Box and Muller's way to a normal deviate, from two uniform ones.
  const uniform = (name: string): number => (hashOf(`${draw}:${name}`) + 1) / 0x1_0000_0001;
  const normal = Math.sqrt(-2 * Math.log(uniform('r'))) * Math.cos(2 * Math.PI * uniform('t'));
  return Math.min(Math.round(delay.median * Math.exp(delay.sigma * normal)), longest);
}
