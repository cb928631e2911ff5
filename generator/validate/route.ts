import { nearest } from '../diagnostics/index.js';
import type { ServiceFacts } from './knowledge.js';

/** Where an address leads: to an endpoint, to none, or to a host that is not the service's. */
export type Route =
  | { readonly kind: 'endpoint'; readonly path: string; readonly query: string | undefined }
  | { readonly kind: 'unknown'; readonly path: string; readonly suggestion: string | undefined }
  | { readonly kind: 'foreign'; readonly host: string };

/** Addresses remembered: captures repeat few, and hostile ones shall not fill the memory. */
const mostRemembered = 1000;

/** Recognises the service's endpoints in addresses. */
export class Router {
  readonly #service: ServiceFacts;
  readonly #paths: ReadonlySet<string>;
  readonly #bases: readonly URL[];
  readonly #remembered = new Map<string, Route>();

  /** `bases` are further addresses under which the service answers, as of a mock or a gateway. */
  constructor(service: ServiceFacts, bases: readonly string[]) {
    this.#service = service;
    this.#paths = new Set(service.paths);
    this.#bases = bases.map((base) => new URL(base));
  }

  /**
   * Where an address leads. It may be a whole URL or a path, with any number of slashes before and
   * behind (field-notes:14), and with a module's second name.
   */
  find(address: string): Route {
    const known = this.#remembered.get(address);
    if (known !== undefined) return known;
    const route = this.#find(address);
    if (this.#remembered.size < mostRemembered) this.#remembered.set(address, route);
    return route;
  }

  #find(address: string): Route {
    const [, host, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(address) ?? [];
    let target = host === undefined ? address : rest;
    if (host !== undefined && !this.#isServiceHost(host)) {
      const base = this.#bases.find((one) => isBelow(address, one));
      if (base === undefined) return { kind: 'foreign', host: withoutUser(host) };
      target = target.slice(base.pathname.replace(/\/+$/, '').length);
    }
    const [, written = '', query] = /^([^?#]*)(?:\?([^#]*))?/s.exec(target) ?? [];
    const path = this.#plain(written);
    if (this.#paths.has(path)) return { kind: 'endpoint', path, query };
    return { kind: 'unknown', path: written, suggestion: nearest(path, this.#paths) };
  }

  #isServiceHost(host: string): boolean {
    const name = withoutUser(host).replace(/:\d+$/, '').toLowerCase();
    return this.#service.hosts.includes(name);
  }

  /** A path as the catalogue writes it: one leading slash, none behind, the module's own name. */
  #plain(written: string): string {
    const [module = '', ...rest] = written.split('/').filter((part) => part !== '');
    const { aliases } = this.#service;
    const own = Object.hasOwn(aliases, module) ? aliases[module] : module;
    return `/${[own, ...rest].join('/')}`;
  }
}

/** A host and port without the name and password that an address may have before it. */
function withoutUser(host: string): string {
  return host.slice(host.lastIndexOf('@') + 1);
}

function isBelow(address: string, base: URL): boolean {
  try {
    const url = new URL(address);
    const folder = base.pathname.replace(/\/+$/, '');
    return (
      url.host === base.host && (url.pathname === folder || url.pathname.startsWith(`${folder}/`))
    );
  } catch {
    return false;
  }
}
