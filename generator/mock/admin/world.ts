import { orProblems, refuse, refusedBody } from './problem.js';
import { done, ok, type AdminRoute } from './route.js';

const world = { type: 'object', description: 'Everything that the mock remembers.' } as const;

/** The world as a whole: given out, put in place, put back. It holds tokens as they are, or it could not be put back. */
export const worldRoutes: readonly AdminRoute[] = [
  {
    method: 'get',
    path: '/state',
    operationId: 'readState',
    summary: 'Give out the world, tokens and all',
    replies: { 200: { description: 'The world.', schema: world } },
    answer: (_request, { mock }) => ok(mock.snapshot()),
  },
  {
    method: 'put',
    path: '/state',
    operationId: 'replaceState',
    summary: 'Put a world in place of the one there is',
    body: world,
    replies: { 200: { description: 'It is in place.', schema: done }, ...refusedBody },
    answer: ({ body }, { mock }) => {
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return refuse({ pointer: '', message: 'a world is an object' });
      return orProblems(() => {
        mock.restore(body);
        return ok({ ok: true });
      });
    },
  },
  {
    method: 'post',
    path: '/reset',
    operationId: 'reset',
    summary: 'Put world, clock, rules and received requests back to the start',
    replies: { 200: { description: 'It is as it was at the start.', schema: done } },
    answer: (_request, { mock, rules }) => {
      mock.reset();
      rules.clear();
      return ok({ ok: true });
    },
  },
];
