/** What a request line asks for. */
export interface Target {
  readonly path: string;
  /** Of a parameter that stands twice the first value. One called `__proto__` is left out. */
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
  const query: Record<string, string> = {};
  const text = target.slice(mark + 1);
  // Most queries need no decoding.
  const read = /[%+]/.test(text) ? decoded : (part: string): string => part;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('&', start);
    if (end < 0) end = text.length;
    const found = text.indexOf('=', start);
    const equals = found < 0 || found > end ? end : found;
    const name = read(text.slice(start, equals));
    if (name !== '' && name !== '__proto__' && !Object.hasOwn(query, name))
      query[name] = read(text.slice(equals + 1, end));
  }
  return { path: target.slice(0, mark), query };
}

/** A part of a query as forms have it. */
function decoded(part: string): string {
  const text = part.replaceAll('+', ' ');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path as the catalogue writes it: one leading slash, none behind, the module's own name (field-notes:13-14). */
export function normalPath(path: string, aliases: ModuleAliases): string {
  const [module = '', ...rest] = path.split('/').filter((part) => part !== '');
  const own = Object.hasOwn(aliases, module) ? aliases[module] : module;
  return `/${[own, ...rest].join('/')}`;
}
