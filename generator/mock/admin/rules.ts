import type { MockRule } from '../../../templates/runtime/mock/answer.js';
import { orProblems, problemsSchema, refuse, refusedBody } from './problem.js';
import { done, objectOf, ok, type AdminRoute } from './route.js';

const rule = {
  type: 'object',
  required: ['endpoint', 'answer'],
  properties: {
    endpoint: { type: 'string', description: "The endpoint's path; * for all." },
    when: { type: 'object', description: 'What query and body have to hold.' },
    after: { type: 'integer', description: 'How many matching requests pass before.' },
    times: { type: 'integer', description: 'How often it answers.' },
    answer: {
      type: 'object',
      description: 'A code, an example or a reply; members to merge; a delay; a fault.',
    },
  },
} as const;

/** Rules by which single answers are others than the state would give. */
export const ruleRoutes: readonly AdminRoute[] = [
  {
    method: 'post',
    path: '/rules',
    operationId: 'addRule',
    summary: 'Put a rule before the others',
    body: rule,
    replies: {
      201: { description: 'The rule is in force.', schema: objectOf({ id: { type: 'string' } }) },
      ...refusedBody,
    },
    answer: ({ body }, { mock, rules }) => {
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return refuse({ pointer: '', message: 'a rule is an object' });
      return orProblems(() => {
        const id = rules.add(mock.rule(body as MockRule));
        return { status: 201, body: { id } };
      });
    },
  },
  {
    method: 'delete',
    path: '/rules/:id',
    operationId: 'removeRule',
    summary: 'Take off a rule that was added here',
    replies: {
      200: { description: 'It is off.', schema: done },
      404: { description: 'There is no such rule.', schema: problemsSchema },
    },
    answer: ({ parameter }, { rules }) =>
      rules.takeOff(parameter('id'))
        ? ok({ ok: true })
        : { status: 404, body: { problems: [{ pointer: '', message: 'there is no such rule' }] } },
  },
];
