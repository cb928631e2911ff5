import type { MockReply, Received } from '../../templates/runtime/mock/exchange.js';
import { visible } from '../diagnostics/columns.js';
import type { Masking } from './masking.js';
import type { Witness } from './protocol.js';

/** The longest path and the longest reason that a line shows. */
const longest = { path: 200, reason: 1000 };

/** How lines are written: for people, or as JSON for programs. */
export type LogFormat = 'pretty' | 'json';

/** What a server writes down: one line for each request, for each refusal and for each failure. */
export interface Log extends Witness {
  /** Is given to the mock, which tells it of each request. */
  readonly observe: (received: Received, reply: MockReply) => void;
  readonly refused: (status: number, reason: string) => void;
}

type Members = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Makes a log. Its lines show no secret, and are one line each whatever was sent. */
export function logOf(
  format: LogFormat,
  masking: Masking,
  write: (line: string) => void,
  now: () => Date = () => new Date(),
): Log {
  const seen = new WeakMap<MockReply, Received>();
  const shown = (text: string, most: number): string => {
    const plain = masking.of(text.slice(0, 2 * most));
    return visible(plain.length > most ? `${plain.slice(0, most)}…` : plain);
  };
  const line = (members: Members): void => {
    const time = now().toISOString();
    if (format === 'json') return write(JSON.stringify({ time, ...members }));
    const words = Object.values(members).filter((value) => value !== undefined);
    write([time.slice(11, 23), ...words.map(String)].join(' '));
  };
  return {
    observe: (received, reply) => void seen.set(reply, received),
    receivedOf: (reply) => seen.get(reply),
    answered: ({ method, path, endpoint, status, reply, cause, faults }, milliseconds) => {
      const pretty = format === 'pretty';
      const took = Math.round(milliseconds * 100) / 100;
      line({
        method: visible(method),
        path: endpoint === undefined ? shown(path, longest.path) : path,
        ret: pretty ? `ret=${retOf(reply) ?? '-'}` : retOf(reply),
        status,
        ms: pretty ? `${took}ms` : took,
        cause,
        faults: pretty ? (faults.length === 0 ? undefined : faults.join(',')) : faults,
      });
    },
    refused: (status, reason) => line({ refused: 'refused', status, reason }),
    failed: (method, target, error) =>
      line({
        error: 'error',
        method: visible(method),
        path: shown(target.split('?', 1)[0] ?? '', longest.path),
        reason: shown(reasonOf(error), longest.reason),
      }),
  };
}

function retOf(reply: unknown): number | string | undefined {
  if (typeof reply !== 'object' || reply === null || !Object.hasOwn(reply, 'ret')) return undefined;
  const { ret } = reply as Readonly<Record<string, unknown>>;
  return typeof ret === 'number' ? ret : visible(String(ret)).slice(0, 40);
}

/** An error with the places that it came by, for whoever has to mend it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = (error.stack ?? '').split('\n').map((text) => text.trim());
  const places = stack.filter((text) => text.startsWith('at ')).slice(0, 5);
  return [`${error.name}: ${error.message}`, ...places].join(' ');
}
