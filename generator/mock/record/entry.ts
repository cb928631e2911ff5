import type { Knowledge } from '../../validate/knowledge.js';
import { Router } from '../../validate/route.js';
import { bodyMember } from './body-member.js';
import type { SeenExchange } from './seen.js';
import { targetParts } from '../target.js';

/**
 * An exchange as a line of a recording has it: `msdk validate` reads endpoint, query, request, response
 * and status; the rest is for people and for the replay.
 */
export interface Entry {
  /** ISO time. */
  readonly at: string;
  readonly method: string;
  /** As it was sent. */
  readonly path: string;
  /** As the catalogue writes it; as it was sent where the catalogue has no such endpoint. */
  readonly endpoint: string;
  /** Texts by name; the text as it was sent where a parameter stands in it twice. */
  readonly query: Readonly<Record<string, string>> | string;
  /** JSON or its text. */
  readonly request?: unknown;
  /** Why the body could not be read. */
  readonly unreadable?: string;
  readonly status: number;
  /** What the reply says that it is, where it is not JSON. */
  readonly contentType?: string;
  readonly response?: unknown;
  readonly milliseconds: number;
}

/** Writes exchanges down as entries. */
export class EntryWriter {
  readonly #knowledge: Knowledge;
  readonly #router: Router;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#router = new Router(knowledge.service, []);
  }

  /** The entry of an exchange, with its secrets. */
  async write({ at, milliseconds, request, reply }: SeenExchange): Promise<Entry> {
    const { path, query } = targetParts(request.target);
    const route = this.#router.find(path);
    const known = route.kind === 'endpoint' ? await this.#knowledge.load(route.path) : undefined;
    return {
      at: new Date(at).toISOString(),
      method: request.method,
      path,
      endpoint: known?.facts.path ?? path,
      query: queryMember(query),
      ...requestMember(request.body, known?.facts.hasBody ?? false),
      status: reply.status,
      ...typeMember(reply.headers),
      ...(reply.body.trim() === '' ? {} : { response: bodyMember(reply.body) }),
      milliseconds: Math.round(milliseconds),
    };
  }
}

function queryMember(text: string): Entry['query'] {
  const pairs = [...new URLSearchParams(text)];
  const parameters = Object.fromEntries(pairs);
  return Object.keys(parameters).length === pairs.length ? parameters : text;
}

/** An empty body is only worth a word where there should be one. */
function requestMember(
  body: SeenExchange['request']['body'],
  hasBody: boolean,
): Pick<Entry, 'request' | 'unreadable'> {
  if (typeof body !== 'string') return { unreadable: body.unreadable };
  return body.trim() === '' && !hasBody ? {} : { request: bodyMember(body) };
}

function typeMember(headers: Readonly<Record<string, string>>): Pick<Entry, 'contentType'> {
  const name = Object.keys(headers).find((one) => one.toLowerCase() === 'content-type');
  const contentType = name === undefined ? undefined : headers[name];
  return contentType === undefined || /^application\/json\b/i.test(contentType)
    ? {}
    : { contentType };
}
