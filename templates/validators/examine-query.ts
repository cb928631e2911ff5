import { pointerTo } from '../runtime/finding.js';
import { nearest } from '../runtime/suggest.js';
import type { Detail } from './detail.js';
import { examineEnumerated } from './enumerated.js';
import type { MemberFacts, OperationFacts } from './facts.js';
import { narrow } from './narrow.js';
import { endingOf, meant, Notes, type Context, type ExamineOptions } from './notes.js';
import { declaredType, jsonTypeOf, shownValue } from './values.js';

/** Integers as a query writes them. */
const integer = /^-?[0-9]+$/;

/**
 * Holds the parameters of a query, texts by name, against what the catalogue knows of them. A parameter that is not known is a warning, since the service lets it pass
 * (field-notes:15); one that is demanded is missing where it is empty.
 */
export function examineQuery(
  facts: OperationFacts,
  query: unknown,
  options: ExamineOptions,
): Detail[] {
  const notes = new Notes(options, facts.sources);
  const whole: Context = { pointer: '', owner: 'query', member: undefined };
  if (jsonTypeOf(query) !== 'object') {
    const params = { expected: ['object'], found: jsonTypeOf(query), shown: undefined } as const;
    notes.error('wrong-type', params, whole);
    return notes.details;
  }
  const parameters = query as Readonly<Record<string, unknown>>;
  for (const member of facts.query) {
    if (member.required === undefined || !isLeftOut(parameters[member.name])) continue;
    const context = { pointer: `/${member.name}`, owner: 'query', member };
    notes.broken(member.required, 'missing-member', { name: member.name }, context, { of: 'key' });
  }
  const known = new Map(facts.query.map((member) => [member.name, member]));
  for (const [name, value] of Object.entries(parameters)) {
    if (notes.isFull) break;
    const member = known.get(name);
    const context = { pointer: pointerTo('', name), owner: 'query', member };
    if (member === undefined) notes.warn('unknown-member', { name }, context, unknown(name, facts));
    else if (!isLeftOut(value)) examineParameter(notes, value, member, facts, context);
  }
  return notes.details;
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === '';
}

function unknown(name: string, { query }: OperationFacts) {
  const names = query.map((member) => member.name);
  const hint = meant(nearest(name, names)) ?? ({ kind: 'known-members', names } as const);
  return { of: 'key', hint } as const;
}

function examineParameter(
  notes: Notes,
  value: unknown,
  member: MemberFacts,
  { enums }: OperationFacts,
  context: Context,
): void {
  if (member.ending !== undefined) {
    const { params, extra } = endingOf(member.ending);
    notes.warn('deprecated-member', { name: member.name, ...params }, context, extra);
  }
  const expected = declaredType(member.type, enums);
  const isInteger = expected.includes('integer');
  if (typeof value !== 'string' || (isInteger && !integer.test(value))) {
    const params = {
      expected,
      found: jsonTypeOf(value),
      shown: shownValue(value, member.secret === true),
    };
    return notes.error('wrong-type', params, context);
  }
  const facts = member.type.kind === 'enum' ? enums[member.type.name] : undefined;
  if (facts !== undefined) {
    const number = Number(value);
    const isPlain = isInteger && String(number) === value;
    examineEnumerated(notes, isPlain ? number : value, facts, context);
  }
  const { constant } = member;
  const asText = constant && { ...constant, value: String(constant.value) };
  narrow(notes, value, asText === undefined ? member : { ...member, constant: asText }, context);
}
