/** What a request line asks for. */
export interface Target {
  readonly path: string;
  /** Of a parameter that stands twice the first value. */
  readonly query: Readonly<Record<string, string>>;
}

/** The second names of modules: `wxoauth` for `auth`. */
export type ModuleAliases = Readonly<Record<string, string>>;

/**
 * Reads a request line's path and query. They are not read as a URL, which would take the first part of
 * `//auth/verify_login` for a host (field-notes:13).
 */
export function readTarget(target: string): Target {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: {} };
  const query = Object.create(null) as Record<string, string>;
  new URLSearchParams(target.slice(mark + 1)).forEach((value, name) => (query[name] ??= value));
  return { path: target.slice(0, mark), query };
}

/** A path as the catalogue writes it: one leading slash, none behind, the module's own name (field-notes:13-14). */
export function normalPath(path: string, aliases: ModuleAliases): string {
  const [module = '', ...rest] = path.split('/').filter((part) => part !== '');
  const own = Object.hasOwn(aliases, module) ? aliases[module] : module;
  return `/${[own, ...rest].join('/')}`;
}
