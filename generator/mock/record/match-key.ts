import type { Knowledge } from '../../validate/knowledge.js';
import { isObject } from '../../validate/is-object.js';
import { Router } from '../../validate/route.js';
import { bodyMember } from './body-member.js';
import { Concealment } from './conceal.js';
import { secretNames } from './secret-names.js';
import { StandIns } from './stand-ins.js';

/** What a request is told apart from others by. */
export interface Asked {
  /** An address, with or without a query. */
  readonly endpoint: string;
  /** Texts by name, or the text of an address. */
  readonly query: unknown;
  /** The body, or its text. */
  readonly request: unknown;
}

/** What changes from call to call, and says nothing of what is asked. */
const passing = new Set(['timestamp', 'sig', 'encode', 'conn', 'msdkExtInfo', 'version', 'opua']);

/** What stands for a secret that was found elsewhere than under its name. */
const standIn = /\*{3}[0-9a-f]*/g;

/**
 * Gives requests keys, which are alike where the requests ask the same of the same player: at the same
 * endpoint, with the same parameters and members, save for the secrets and what changes from call to
 * call. A request has the key that it will have in a recording.
 */
export class MatchKeys {
  readonly #router: Router;
  readonly #names: ReturnType<typeof secretNames>;
  readonly #standIns = new StandIns();

  constructor({ service }: Knowledge) {
    this.#router = new Router(service, []);
    this.#names = secretNames(service.secrets);
  }

  of({ endpoint, query, request }: Asked): string {
    const route = this.#router.find(endpoint);
    const [path = '', ownQuery = ''] = endpoint.split('?', 2);
    const parameters = parametersOf(query ?? ownQuery);
    const body = typeof request === 'string' ? bodyOf(request) : request;
    const concealment = new Concealment(this.#names, this.#standIns);
    for (const [name, value] of parameters) concealment.learn({ [name]: value });
    concealment.learn(body);
    const asked = parameters
      .filter(([name]) => !passing.has(name) && !this.#names.has(name))
      .map(([name, value]) => [name, concealment.hide(value)]);
    const key = JSON.stringify([
      route.kind === 'endpoint' ? route.path : path,
      asked.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      this.#plain(concealment.hide(body), true) ?? '',
    ]);
    return key.replace(standIn, '***');
  }

  /** A body in the order of its names, without what is secret or passing. */
  #plain(value: unknown, isWhole = false): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#plain(item));
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(
      ([name]) => !this.#names.has(name) && !(isWhole && name === 'msdkExtInfo'),
    );
    return kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, this.#plain(member)]);
  }
}

function bodyOf(text: string): unknown {
  return text.trim() === '' ? undefined : bodyMember(text);
}

function parametersOf(query: unknown): [string, string][] {
  if (typeof query === 'string') return [...new URLSearchParams(query)];
  if (!isObject(query)) return [];
  return Object.entries(query).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}
