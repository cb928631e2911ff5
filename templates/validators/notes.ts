import type { Code, Detail, DetailOf, Hint, Params } from './detail.js';
import type { Basis, EndingFacts, MemberFacts } from './facts.js';

/** How an examination goes about it. */
export interface ExamineOptions {
  /** Also what was only inferred, what is not documented and what is deprecated; as warnings. */
  readonly warnings: boolean;
  /** Details past which nothing more is looked for. */
  readonly most: number;
}

/** What stands around a value: whose member it is. */
export interface Context {
  readonly pointer: string;
  /** The part, or the name of the struct, that the member belongs to. */
  readonly owner: string;
  readonly member: MemberFacts | undefined;
}

/** What a detail may say beside what its member says for it. */
export interface Extra {
  readonly of?: 'key' | 'value';
  readonly source?: string;
  readonly hint?: Hint | undefined;
}

/** The details that an examination collects. */
export class Notes {
  details: Detail[] = [];
  readonly #options: ExamineOptions;
  readonly #source: string;

  /** `source` is that of the endpoint, for what no member is to blame for. */
  constructor(options: ExamineOptions, source: string) {
    this.#options = options;
    this.#source = source;
  }

  /** Whether nothing more is looked for. */
  get isFull(): boolean {
    return this.details.length >= this.#options.most;
  }

  /** Notes that a fact is broken: an error, or where it was only inferred a warning. */
  broken<C extends Code>(
    basis: Basis,
    code: C,
    params: Params[C],
    context: Context,
    extra?: Extra,
  ): void {
    if (basis !== 'inferred') this.#add('error', false, code, params, context, extra);
    else if (this.#options.warnings) this.#add('warning', true, code, params, context, extra);
  }

  error<C extends Code>(code: C, params: Params[C], context: Context, extra?: Extra): void {
    this.#add('error', false, code, params, context, extra);
  }

  warn<C extends Code>(code: C, params: Params[C], context: Context, extra?: Extra): void {
    if (this.#options.warnings) this.#add('warning', false, code, params, context, extra);
  }

  /** Collects what is noted meanwhile apart from the rest, and gives it back. */
  aside(work: () => void): Detail[] {
    const before = this.details;
    this.details = [];
    work();
    const own = this.details;
    this.details = before;
    return own;
  }

  #add<C extends Code>(
    severity: 'error' | 'warning',
    isInferred: boolean,
    code: C,
    params: Params[C],
    { pointer, owner, member }: Context,
    { of = 'value', source, hint }: Extra = {},
  ): void {
    if (this.isFull) return;
    const detail: DetailOf<C> = {
      severity,
      isInferred,
      code,
      params,
      pointer,
      of,
      owner,
      member: member?.name,
      source: source ?? member?.sources ?? this.#source,
      hint,
    };
    // A detail of any one code is one of the union over all codes, which the compiler cannot follow.
    this.details.push(detail as unknown as Detail);
  }
}

/** What a detail about an ending says, and what to do. */
export function endingOf({ status, date, replacedBy, sources }: EndingFacts): {
  readonly params: Params['deprecated-endpoint'];
  readonly extra: Extra;
} {
  const hint: Hint | undefined =
    replacedBy === undefined ? undefined : { kind: 'use-instead', name: replacedBy };
  return { params: { status, date }, extra: { source: sources, hint } };
}

/** The hint that a name near to this one is meant. */
export function meant(name: string | undefined): Hint | undefined {
  return name === undefined ? undefined : { kind: 'did-you-mean', name };
}
