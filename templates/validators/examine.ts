import { pointerTo } from '../runtime/finding.js';
import { nearest } from '../runtime/suggest.js';
import type { Detail, Hint, JsonType } from './detail.js';
import { examineEnumerated } from './enumerated.js';
import type { MemberFacts, OperationFacts, Part, TypeFacts } from './facts.js';
import { deepest, narrow, narrowBytes } from './narrow.js';
import { endingOf, meant, Notes, type Context, type ExamineOptions } from './notes.js';
import {
  declaredType,
  isLooselyOf,
  isOfTypes,
  jsonTypeOf,
  rewritten,
  shownValue,
  standsForNothing,
} from './values.js';

/**
 * Holds a body against what the catalogue knows of it: every detail, in the order of the members. It
 * finds no error just where the compiled predicate of the part accepts.
 */
export function examine(
  facts: OperationFacts,
  part: Exclude<Part, 'query'>,
  value: unknown,
  options: ExamineOptions,
): Detail[] {
  const examination = new Examination(facts, part, options);
  examination.whole(value);
  return examination.notes.details;
}

type Members = Readonly<Record<string, unknown>>;

/** One walk through a body. */
class Examination {
  readonly notes: Notes;
  readonly #facts: OperationFacts;
  readonly #part: Exclude<Part, 'query'>;
  readonly #isLenient: boolean;
  #depth = 0;

  constructor(facts: OperationFacts, part: Exclude<Part, 'query'>, options: ExamineOptions) {
    this.notes = new Notes(options, facts.sources);
    this.#facts = facts;
    this.#part = part;
    this.#isLenient = part === 'lenient';
  }

  whole(value: unknown): void {
    const owner = this.#part === 'request' ? 'request' : 'response';
    const context: Context = { pointer: '', owner, member: undefined };
    if (jsonTypeOf(value) !== 'object') return this.#wrongType(value, ['object'], context);
    const members = this.#facts[owner];
    this.#members(value as Members, members, owner, '', this.#demanded(value as Members, members));
    if (owner === 'request')
      for (const limit of this.#facts.limits ?? []) narrowBytes(this.notes, value, limit, context);
  }

  /** The members that must be there: of a reply that tells of a failure, only those of every reply. */
  #demanded(reply: Members, members: readonly MemberFacts[]): readonly MemberFacts[] {
    if (this.#part === 'request') return members;
    const isSuccess = reply['ret'] === 0 || (this.#isLenient && reply['ret'] === '0');
    const { envelope } = this.#facts;
    return members.filter(({ name }) => {
      if (name === 'ret') return true;
      return name === envelope ? !this.#isLenient : isSuccess;
    });
  }

  #members(
    object: Members,
    members: readonly MemberFacts[],
    owner: string,
    pointer: string,
    demanded = members,
  ): void {
    for (const member of demanded)
      if (member.required !== undefined && object[member.name] === undefined) {
        const context = { pointer: pointerTo(pointer, member.name), owner, member };
        const { required, name } = member;
        this.notes.broken(required, 'missing-member', { name }, context, { of: 'key' });
      }
    const known = new Map(members.map((member) => [member.name, member]));
    for (const name of Object.keys(object)) {
      if (this.notes.isFull) return;
      if (object[name] === undefined) continue;
      const member = known.get(name);
      const context = { pointer: pointerTo(pointer, name), owner, member };
      if (member !== undefined) this.#member(object[name], member, context);
      else if (!this.#isLenient) this.#unknown(name, members, context);
    }
  }

  #member(value: unknown, member: MemberFacts, context: Context): void {
    const { ending, name } = member;
    // What has ended often stays in replies, with nothing in it.
    const isEmptied = ending !== undefined && (value === '' || value === null);
    if (ending !== undefined && !isEmptied) {
      const { params, extra } = endingOf(ending);
      this.notes.warn('deprecated-member', { name, ...params }, context, { of: 'key', ...extra });
    }
    const found = this.notes.aside(() => this.#value(value, member.type, context));
    for (const detail of found)
      if (!isEmptied || detail.code !== 'undocumented-value') this.notes.details.push(detail);
    if (!this.#isLenient) narrow(this.notes, value, member, context);
  }

  #unknown(name: string, members: readonly MemberFacts[], context: Context): void {
    const names = members.map((member) => member.name);
    const near = nearest(name, names);
    const meantMember = members.find((member) => member.name === near);
    const hint = meant(near) ?? { kind: 'known-members', names };
    const around = { ...context, member: meantMember };
    this.notes.error('unknown-member', { name }, around, { of: 'key', hint });
  }

  #value(value: unknown, type: TypeFacts, context: Context): void {
    if (this.notes.isFull) return;
    if (++this.#depth > deepest) this.notes.error('too-deep', { deepest }, context);
    else this.#at(value, type, context);
    this.#depth--;
  }

  #at(value: unknown, type: TypeFacts, context: Context): void {
    switch (type.kind) {
      case 'json':
        return;
      case 'union':
        return this.#anyOf(value, type.of, context);
      case 'array':
        return this.#list(value, type.of, context);
      case 'map':
      case 'struct':
      case 'object':
        return this.#object(value, type, context);
      case 'enum':
        return this.#enumerated(value, type.name, context);
      default:
        if (!this.#isOf(value, type.kind))
          this.#wrongType(value, declaredType(type, this.#facts.enums), context);
    }
  }

  #isOf(value: unknown, kind: 'string' | 'int' | 'number' | 'bool'): boolean {
    return this.#isLenient
      ? isLooselyOf(value, kind)
      : isOfTypes(value, declaredType({ kind }, this.#facts.enums));
  }

  #list(value: unknown, of: TypeFacts, context: Context): void {
    if (!Array.isArray(value)) {
      if (!this.#isLenient || !standsForNothing(value, 'array'))
        this.#wrongType(value, ['array'], context);
      return;
    }
    for (const [index, item] of value.entries()) {
      if (this.notes.isFull) return;
      this.#value(item, of, { ...context, pointer: `${context.pointer}/${index}` });
    }
  }

  #object(
    value: unknown,
    type: Exclude<TypeFacts, { kind: 'union' | 'json' | 'array' }>,
    context: Context,
  ): void {
    if (jsonTypeOf(value) !== 'object') {
      if (!this.#isLenient || !standsForNothing(value, 'object'))
        this.#wrongType(value, ['object'], context);
      return;
    }
    if (type.kind === 'struct') {
      const members = this.#facts.structs[type.name] ?? [];
      this.#members(value as Members, members, type.name, context.pointer);
    }
    if (type.kind === 'map')
      for (const [name, item] of Object.entries(value as Members))
        this.#value(item, type.of, { ...context, pointer: pointerTo(context.pointer, name) });
  }

  #enumerated(value: unknown, name: string, context: Context): void {
    const facts = this.#facts.enums[name];
    const kind = facts?.type ?? 'string';
    if (!this.#isOf(value, kind))
      return this.#wrongType(value, declaredType({ kind }, this.#facts.enums), context);
    if (facts === undefined || this.#isLenient) return;
    examineEnumerated(this.notes, value as number | string, facts, context);
  }

  /** Speaks of the alternative that fits best among those of the value's type; of none where one fits. */
  #anyOf(value: unknown, types: readonly TypeFacts[], context: Context): void {
    const all = types.map((type) => this.notes.aside(() => this.#value(value, type, context)));
    const alike = all.filter((details) => !details.some((detail) => isMisplaced(detail, context)));
    if (alike.length === 0) {
      const declared = types.flatMap((type) => declaredType(type, this.#facts.enums));
      return this.#wrongType(value, [...new Set(declared)], context);
    }
    const [best = []] = alike.sort((a, b) => misfit(a) - misfit(b));
    this.notes.details.push(...best);
  }

  #wrongType(value: unknown, expected: readonly JsonType[], context: Context): void {
    const { member } = context;
    const isSecret = member?.secret === true;
    const json = isSecret ? undefined : rewritten(value, expected);
    const isNothing = value === null && member !== undefined && member.required === undefined;
    const hint: Hint | undefined =
      json !== undefined ? { kind: 'write', json } : isNothing ? { kind: 'leave-out' } : undefined;
    const shown = shownValue(value, isSecret);
    this.notes.error('wrong-type', { expected, found: jsonTypeOf(value), shown }, context, {
      hint,
    });
  }
}

/** Whether a detail says that the value itself has the wrong type. */
function isMisplaced({ code, pointer }: Detail, context: Context): boolean {
  return code === 'wrong-type' && pointer === context.pointer;
}

/** How far a value is from what it could be: errors before warnings, and a member not known there most. */
function misfit(details: readonly Detail[]): number {
  const errors = details.filter(({ severity }) => severity === 'error');
  const unknown = errors.filter(({ code }) => code === 'unknown-member');
  return (errors.length + unknown.length) * 1_000_000 + details.length;
}
