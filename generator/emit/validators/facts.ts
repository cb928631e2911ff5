import type {
  EndingFacts,
  EnumFacts,
  LimitFacts,
  MemberFacts,
  OperationFacts,
  TypeFacts,
} from '../../../templates/validators/facts.js';
import {
  isEnding,
  type Enum,
  type Lifecycle,
  type Member,
  type Model,
  type Operation,
  type Struct,
  type Type,
} from '../../model/index.js';
import { structsBelow } from '../json-schema.js';

/** What the facts of an endpoint are taken from beside the endpoint itself. */
export interface FactsContext {
  readonly model: Model;
  readonly enums: ReadonlyMap<string, Enum>;
  readonly structs: ReadonlyMap<string, Struct>;
}

/** What the validators know of an endpoint, save its words. */
export function factsOf(operation: Operation, context: FactsContext): OperationFacts {
  const { path, envelope, hasBody, lifecycle, limits, tables, sources } = operation;
  const request = hasBody ? operation.request : [];
  const query = queryMembers(operation, context.model);
  const response = replyMembers(operation, context.model);
  const all = [...query, ...request, ...response];
  const structs = structsBelow(all, context.structs);
  const members = [...all, ...structs.flatMap((struct) => struct.members)];
  const secrets = secretNames(context.model);
  const toFacts = (list: readonly Member[]): MemberFacts[] =>
    list.map((member) => memberFacts(member, secrets));
  const repeats = request.flatMap(({ name, repeats }) =>
    repeats === undefined ? [] : [[name, repeats] as const],
  );
  return {
    path,
    envelope,
    hasBody,
    ...endingFacts(lifecycle),
    query: toFacts(query),
    request: toFacts(request),
    response: toFacts(response),
    ...(repeats.length === 0 ? {} : { repeats: Object.fromEntries(repeats) }),
    ...limitFacts(limits),
    structs: Object.fromEntries(structs.map((struct) => [struct.name, toFacts(struct.members)])),
    enums: enumFacts(members, context.enums),
    tables: tables.map(({ id }) => id),
    sources: sources.join(', '),
  };
}

/** The parameters that a call may carry: the fixed ones, in the endpoint's own words where it has some. */
export function queryMembers(operation: Operation, { fixedQuery }: Model): Member[] {
  const own = new Map(operation.query.map((member) => [member.name, member]));
  const fixed = fixedQuery.map((member) => own.get(member.name) ?? member);
  const others = operation.query.filter(
    ({ name }) => !fixed.some((member) => member.name === name),
  );
  return [...fixed, ...others];
}

/** The members of a reply: those of every reply, then the endpoint's own. */
export function replyMembers(operation: Operation, { envelope, fixedQuery }: Model): Member[] {
  const passed = fixedQuery.filter(({ name }) => name === 'msdkExtInfo');
  const always = [...envelope.filter(({ name }) => isOfEveryReply(name, operation)), ...passed];
  const own = new Map(operation.response.map((member) => [member.name, member]));
  const merged = always.map(({ pattern: _pattern, ...member }) => {
    const isDemanded = member.name === 'ret' || member.name === operation.envelope;
    const presence = isDemanded
      ? ({ required: true, basis: 'shown', demandedWhen: false } as const)
      : ({ required: false, basis: 'shown', demandedWhen: false } as const);
    return {
      ...(own.get(member.name) ?? { ...member, presence }),
      ...(isDemanded ? { presence } : {}),
    };
  });
  const others = operation.response.filter(
    ({ name }) => !always.some((member) => member.name === name),
  );
  return [...merged, ...others];
}

function isOfEveryReply(name: string, { envelope }: Operation): boolean {
  return name === 'ret' || name === envelope || name === 'err_type';
}

function secretNames({ service }: Model): ReadonlySet<string> {
  return new Set(service.secrets.map(({ name }) => name));
}

function memberFacts(member: Member, secrets: ReadonlySet<string>): MemberFacts {
  const { name, type, presence, constant, pattern, limits, lifecycle, secret, sources } = member;
  return {
    name,
    type: typeFacts(type),
    ...(presence.required ? { required: presence.basis } : {}),
    ...(constant === undefined
      ? {}
      : { constant: { value: constant.value, basis: constant.basis } }),
    ...(pattern === undefined ? {} : { pattern }),
    ...limitFacts(limits),
    ...endingFacts(lifecycle),
    ...(secret || secrets.has(name) ? { secret: true } : {}),
    sources: sources.join(', '),
  };
}

function typeFacts(type: Type): TypeFacts {
  return type;
}

function limitFacts(limits: Member['limits']): { readonly limits?: readonly LimitFacts[] } {
  const whole = limits.filter(({ of }) => of === undefined);
  if (whole.length === 0) return {};
  return {
    limits: whole.map(({ unit, min, max, basis, sources }) => ({
      unit,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      basis,
      sources: sources.join(', '),
    })),
  };
}

function endingFacts(lifecycle: Lifecycle | undefined): { readonly ending?: EndingFacts } {
  if (lifecycle === undefined || !isEnding(lifecycle)) return {};
  const { status, date, replacedBy, sources } = lifecycle;
  return {
    ending: {
      status: status === 'stopped' ? 'stopped' : 'deprecated',
      ...(date === undefined ? {} : { date }),
      ...(replacedBy === undefined ? {} : { replacedBy }),
      sources: sources.join(', '),
    },
  };
}

function enumFacts(
  members: readonly Member[],
  enums: ReadonlyMap<string, Enum>,
): Record<string, EnumFacts> {
  const names = new Set(members.flatMap(({ type }) => enumsIn(type)));
  return Object.fromEntries(
    [...names].sort().flatMap((name) => {
      const found = enums.get(name);
      return found === undefined ? [] : [[name, oneEnum(found)]];
    }),
  );
}

function enumsIn(type: Type): string[] {
  if (type.kind === 'enum') return [type.name];
  if (type.kind === 'union') return type.of.flatMap(enumsIn);
  return type.kind === 'array' || type.kind === 'map' ? enumsIn(type.of) : [];
}

function oneEnum({ type, mask, closed, values, sources }: Enum): EnumFacts {
  const endings = values.flatMap(({ value, lifecycle }) => {
    const { ending } = endingFacts(lifecycle);
    return ending === undefined ? [] : [[String(value), ending] as const];
  });
  return {
    type,
    ...(mask ? { mask: true } : {}),
    ...(closed === undefined ? {} : { closed }),
    values: values.map(({ value }) => value),
    ...(endings.length === 0 ? {} : { endings: Object.fromEntries(endings) }),
    sources: sources.join(', '),
  };
}
