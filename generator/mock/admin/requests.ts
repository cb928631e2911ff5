import { withoutSecrets } from '../masking.js';
import { refuse, refusedBody } from './problem.js';
import { objectOf, ok, type AdminRoute } from './route.js';

/** How many requests are shown where nothing is said. */
const shownByDefault = 100;

/** What the mock has received, and that it lives. */
export const requestRoutes: readonly AdminRoute[] = [
  {
    method: 'get',
    path: '/health',
    operationId: 'health',
    summary: 'Tell that the mock is there',
    replies: {
      200: {
        description: 'It is.',
        schema: objectOf({
          status: { const: 'ok' },
          version: { type: 'string' },
          now: { type: 'integer', description: "The mock's time in Unix milliseconds." },
        }),
      },
    },
    answer: (_request, { mock, version }) => ok({ status: 'ok', version, now: mock.clock.now() }),
  },
  {
    method: 'get',
    path: '/requests',
    operationId: 'listRequests',
    summary: 'List the last requests, oldest first, without their secrets',
    query: [
      { name: 'endpoint', description: 'Only those to this path.', schema: { type: 'string' } },
      {
        name: 'limit',
        description: 'At most so many of the last.',
        schema: { type: 'integer', minimum: 0, default: shownByDefault },
      },
    ],
    replies: {
      200: {
        description: 'How many are kept, and the last of them.',
        schema: objectOf({
          total: { type: 'integer' },
          requests: { type: 'array', items: { type: 'object' } },
        }),
      },
      ...refusedBody,
    },
    answer: ({ query }, { mock, masking }) => {
      const limit = query('limit') ?? String(shownByDefault);
      if (!/^\d{1,9}$/.test(limit))
        return refuse({ pointer: '/limit', message: 'it must be a whole number' });
      const received = mock.received(query('endpoint'));
      const last = received.slice(Math.max(0, received.length - Number(limit)));
      return ok({
        total: received.length,
        requests: last.map((one) => withoutSecrets(one, masking)),
      });
    },
  },
];
