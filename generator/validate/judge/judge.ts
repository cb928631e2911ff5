import { pointerTo } from '../../../templates/runtime/finding.js';
import type { Detail } from '../../../templates/validators/detail.js';
import { examineQuery } from '../../../templates/validators/examine-query.js';
import { examine } from '../../../templates/validators/examine.js';
import type { Part } from '../../../templates/validators/facts.js';
import { endingOf, Notes, type ExamineOptions } from '../../../templates/validators/notes.js';
import type { Place, Range } from '../input/json-text.js';
import { isObject } from '../is-object.js';
import type { EndpointKnowledge, Knowledge } from '../knowledge.js';
import { mostDetails, type Problem } from '../problem.js';
import type { BodyPart, Exchange, QueryPart } from '../read/record.js';
import type { Route, Router } from '../route.js';
import { examineFailure } from './error-code.js';
import type { Keys } from './keys.js';
import { verifySignature } from './signature.js';

/** A finding without its words and its place among people. */
export type Remark = {
  readonly range: Range;
  readonly pointer: string;
  readonly endpoint: string;
} & ({ readonly detail: Detail } | { readonly problem: Problem });

/** What an exchange is held against, and how. */
export interface Judging {
  readonly knowledge: Knowledge;
  readonly router: Router;
  readonly isLenient: boolean;
  readonly keys: Keys | undefined;
  /** Is told of every part of every exchange, right or wrong. */
  readonly onPart?: (endpoint: EndpointKnowledge, part: CoveredPart, value: unknown) => void;
}

/** A part of an exchange, whichever way it is read. */
export type CoveredPart = Exclude<Part, 'lenient'>;

/** What was found out about one exchange. */
export interface Judgement {
  readonly endpoint: string;
  readonly remarks: readonly Remark[];
}

/** Holds an exchange against the catalogue. */
export async function judge(exchange: Exchange, judging: Judging): Promise<Judgement> {
  const remarks: Remark[] = [];
  const route = exchange.address === '' ? undefined : judging.router.find(exchange.address);
  const endpoint = route?.kind === 'endpoint' ? route.path : '';
  for (const { problem, range, pointer = '' } of exchange.problems)
    remarks.push({ problem, range, pointer, endpoint });
  if (route === undefined) return { endpoint, remarks };
  if (route.kind !== 'endpoint') {
    remarks.push({ problem: strayProblem(route), range: exchange.place(), pointer: '', endpoint });
    return { endpoint, remarks };
  }
  const known = await judging.knowledge.load(endpoint);
  new ExchangeJudge(known, exchange, judging, remarks).all();
  return { endpoint, remarks };
}

function strayProblem(route: Exclude<Route, { kind: 'endpoint' }>): Problem {
  if (route.kind === 'foreign') return { code: 'foreign-host', params: { host: route.host } };
  const { path, suggestion } = route;
  const hint = suggestion && ({ kind: 'did-you-mean', name: suggestion } as const);
  return { code: 'unknown-endpoint', params: { path }, ...(hint ? { hint } : {}) };
}

const options: ExamineOptions = { warnings: true, most: mostDetails };

/** One exchange with an endpoint that there is. */
class ExchangeJudge {
  readonly #known: EndpointKnowledge;
  readonly #exchange: Exchange;
  readonly #judging: Judging;
  readonly #remarks: Remark[];

  constructor(known: EndpointKnowledge, exchange: Exchange, judging: Judging, remarks: Remark[]) {
    this.#known = known;
    this.#exchange = exchange;
    this.#judging = judging;
    this.#remarks = remarks;
  }

  all(): void {
    const { query, request, response } = this.#exchange;
    this.#ending();
    if (query !== undefined) this.#query(query);
    if (request !== undefined) this.#request(request);
    else if (this.#exchange.lacksBody === true && this.#known.facts.hasBody)
      this.#problem({ code: 'missing-body', params: {} }, this.#exchange.place());
    if (response !== undefined) this.#response(response);
  }

  #ending(): void {
    const { ending, sources } = this.#known.facts;
    if (ending === undefined) return;
    const notes = new Notes(options, sources);
    const { params, extra } = endingOf(ending);
    const context = { pointer: '', owner: 'endpoint', member: undefined };
    notes.warn('deprecated-endpoint', params, context, extra);
    this.#details(notes.details, (places) => places.map(() => this.#exchange.place()));
  }

  #query(query: QueryPart): void {
    const { facts, spotless } = this.#known;
    const { onPart, keys, knowledge } = this.#judging;
    onPart?.(this.#known, 'query', query.parameters);
    if (!spotless.query(query.parameters))
      this.#details(examineQuery(facts, query.parameters, options), (places) =>
        query.rangesOf(places.map(({ pointer }) => nameIn(pointer))),
      );
    const repeated = query.repeated.slice(0, mostDetails);
    for (const [index, range] of query.rangesOf(repeated).entries()) {
      const name = repeated[index] ?? '';
      this.#problem({ code: 'repeated-parameter', params: { name } }, range, pointerTo('', name));
    }
    const wrong = keys && verifySignature(query.parameters, keys, knowledge.service.signing);
    if (wrong !== undefined) this.#problem(wrong, only(query.rangesOf(['sig'])), '/sig');
  }

  #request(request: BodyPart): void {
    this.#judging.onPart?.(this.#known, 'request', request.value);
    const { facts, spotless } = this.#known;
    if (!spotless.request(request.value))
      this.#details(examine(facts, 'request', request.value, options), (places) =>
        request.rangesOf(places),
      );
    const parameters = this.#exchange.query?.parameters;
    if (parameters === undefined) return;
    for (const { name, parameter } of differing(this.#known, request.value, parameters)) {
      const range = only(request.rangesOf([{ pointer: `/${name}`, of: 'value' }]));
      const problem = { code: 'differs-from-query', params: { name, parameter } } as const;
      this.#problem(problem, range, `/${name}`);
    }
  }

  #response(response: BodyPart): void {
    this.#judging.onPart?.(this.#known, 'response', response.value);
    const part = this.#judging.isLenient ? 'lenient' : 'response';
    const { facts, spotless } = this.#known;
    if (!spotless[part](response.value))
      this.#details(examine(facts, part, response.value, options), (places) =>
        response.rangesOf(places),
      );
    const unknown = examineFailure(response.value, this.#known);
    if (unknown === undefined) return;
    const range = only(response.rangesOf([{ pointer: '/ret', of: 'value' }]));
    this.#problem(unknown, range, '/ret');
  }

  #details(details: readonly Detail[], rangesOf: (places: readonly Place[]) => Range[]): void {
    const endpoint = this.#known.facts.path;
    const isCut = details.length >= mostDetails;
    const ranges = rangesOf(isCut ? [...details, { pointer: '', of: 'value' }] : details);
    for (const [index, detail] of details.entries()) {
      const range = ranges[index] ?? this.#exchange.place();
      this.#remarks.push({ detail, range, pointer: detail.pointer, endpoint });
    }
    const [whole] = ranges.slice(details.length);
    if (isCut)
      this.#problem(
        { code: 'more-findings', params: { most: mostDetails } },
        whole ?? this.#exchange.place(),
      );
  }

  #problem(problem: Problem, range: Range, pointer = ''): void {
    this.#remarks.push({ problem, range, pointer, endpoint: this.#known.facts.path });
  }
}

function only(ranges: readonly Range[]): Range {
  return ranges[0] ?? { start: 0, end: 1 };
}

/** The name of a member of the whole that a pointer leads to. */
function nameIn(pointer: string): string {
  return pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A member that should repeat a parameter of the query. */
interface Repeat {
  readonly name: string;
  readonly parameter: string;
}

/** Members of a body that should repeat a parameter of the query, and say something else. */
export function differing(
  { repeats }: EndpointKnowledge,
  body: unknown,
  parameters: unknown,
): readonly Repeat[] {
  if (!isObject(body) || !isObject(parameters)) return [];
  return repeats.filter(({ name, parameter }) => {
    const [own, sent] = [body[name], parameters[parameter]];
    const isComparable = typeof own === 'string' || typeof own === 'number';
    return isComparable && sent !== undefined && sent !== '' && String(own) !== sent;
  });
}
