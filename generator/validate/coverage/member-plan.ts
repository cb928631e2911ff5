import type {
  MemberFacts,
  OperationFacts,
  TypeFacts,
} from '../../../templates/validators/facts.js';
import type { EnumPlan, MemberPlan, Register, ValuePlan } from './plan.js';
import { memberTarget, valueTarget, type CountedPart } from './target.js';

/** The plans for a part's members, and so for all structs and enumerations that stand in them. */
export function memberPlans(
  facts: OperationFacts,
  part: CountedPart,
  register: Register,
): readonly MemberPlan[] {
  return new Planner(facts, part, register).members(facts[part], undefined);
}

class Planner {
  readonly #facts: OperationFacts;
  readonly #part: CountedPart;
  readonly #register: Register;
  /** The plans of structs; one that holds itself is found here. */
  readonly #structs = new Map<string, MemberPlan[]>();

  constructor(facts: OperationFacts, part: CountedPart, register: Register) {
    this.#facts = facts;
    this.#part = part;
    this.#register = register;
  }

  members(members: readonly MemberFacts[], struct: string | undefined): MemberPlan[] {
    return members.map(({ name, type, required, constant }) => ({
      name,
      slot: this.#register(memberTarget(this.#facts.path, this.#part, struct, name)),
      isRequired: required !== undefined,
      constant: constant?.value,
      emptyIsNothing: this.#part === 'query' || (this.#part === 'response' && !this.#isText(type)),
      within: this.#within(type),
    }));
  }

  #within(type: TypeFacts): ValuePlan | undefined {
    switch (type.kind) {
      case 'array':
      case 'map': {
        const of = this.#within(type.of);
        return of && { kind: type.kind === 'map' ? 'map' : 'list', of };
      }
      case 'struct':
        return { kind: 'struct', members: this.#struct(type.name) };
      case 'enum':
        return this.#enum(type.name);
      case 'union': {
        const of = type.of.map((one) => this.#within(one)).filter((one) => one !== undefined);
        return of.length > 1 ? { kind: 'choice', of } : of[0];
      }
      default:
        return undefined;
    }
  }

  #struct(name: string): readonly MemberPlan[] {
    const known = this.#structs.get(name);
    if (known !== undefined) return known;
    const plans: MemberPlan[] = [];
    this.#structs.set(name, plans);
    for (const plan of this.members(this.#facts.structs[name] ?? [], name)) plans.push(plan);
    return plans;
  }

  #enum(name: string): EnumPlan | undefined {
    const facts = this.#facts.enums[name];
    if (facts === undefined) return undefined;
    const slots = facts.values.map(
      (value) => [value, this.#register(valueTarget(this.#facts.path, name, value))] as const,
    );
    return {
      kind: 'enum',
      isInteger: facts.type === 'int',
      isMask: facts.mask === true,
      isLoose: this.#part !== 'request',
      slots: new Map(slots),
    };
  }

  #isText(type: TypeFacts): boolean {
    if (type.kind === 'enum') return this.#facts.enums[type.name]?.type === 'string';
    if (type.kind === 'union') return type.of.some((one) => this.#isText(one));
    return type.kind === 'string' || type.kind === 'json';
  }
}
