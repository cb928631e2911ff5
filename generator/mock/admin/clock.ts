import type { MockClock } from '../../../templates/runtime/mock/options.js';
import { refuse, refusedBody } from './problem.js';
import { objectOf, ok, type AdminReply, type AdminRoute } from './route.js';

/** The last and, with a minus, the first millisecond that a date can name. */
const farthest = 8.64e15;

const reading = {
  description: "The mock's time.",
  schema: objectOf({
    now: { type: 'integer', description: 'Unix milliseconds.' },
    iso: { type: 'string', format: 'date-time' },
  }),
};

/** The mock's time: read, moved on, stopped, let run. */
export const clockRoutes: readonly AdminRoute[] = [
  {
    method: 'get',
    path: '/clock',
    operationId: 'readClock',
    summary: "Tell the mock's time",
    replies: { 200: reading },
    answer: (_request, { mock }) => tell(mock.clock),
  },
  {
    method: 'post',
    path: '/clock',
    operationId: 'moveClock',
    summary: "Move the mock's time on, stop it at a time, or let it run",
    body: {
      oneOf: [
        objectOf({ advance: { type: 'integer', description: 'Milliseconds to move on.' } }),
        objectOf({
          set: {
            type: ['string', 'integer'],
            description: 'The time to stop at: ISO 8601, or Unix milliseconds.',
          },
        }),
        objectOf({ run: { const: true } }),
      ],
    },
    replies: { 200: reading, ...refusedBody },
    answer: ({ body }, { mock }) => move(body, mock.clock),
  },
];

function tell(clock: MockClock): AdminReply {
  const now = clock.now();
  return ok({ now, iso: new Date(now).toISOString() });
}

function move(body: unknown, clock: MockClock): AdminReply {
  const members = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const [[name, value] = ['', undefined], ...others] = members as [string, unknown][];
  if (others.length > 0 || !['advance', 'set', 'run'].includes(name))
    return refuse({ pointer: '', message: 'it must have one of advance, set and run' });
  const pointer = `/${name}`;
  if (name === 'run') {
    if (value !== true) return refuse({ pointer, message: 'it must be true' });
    clock.run();
    return tell(clock);
  }
  const time = name === 'advance' ? advanced(value, clock) : timeOf(value);
  if (time === undefined || Math.abs(time) > farthest) {
    const wanted = name === 'advance' ? 'milliseconds' : 'ISO 8601 or Unix milliseconds';
    return refuse({ pointer, message: `it must be ${wanted}, and lead to a time there is` });
  }
  if (name === 'advance') clock.advance(value as number);
  else clock.set(time);
  return tell(clock);
}

function advanced(value: unknown, clock: MockClock): number | undefined {
  return Number.isInteger(value) ? clock.now() + (value as number) : undefined;
}

/** Unix milliseconds of an ISO 8601 text with its zone, or of themselves. */
export function timeOf(value: unknown): number | undefined {
  if (Number.isInteger(value)) return value as number;
  if (typeof value !== 'string') return undefined;
  const isIso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;
  if (!isIso.test(value)) return undefined;
  const time = Date.parse(value);
  // A day that no month has would become one of the next.
  const day = value.slice(0, 10);
  const isDay = !Number.isNaN(time) && new Date(Date.parse(day)).toISOString().startsWith(day);
  return isDay ? time : undefined;
}
