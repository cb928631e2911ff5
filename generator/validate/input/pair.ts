/** Which half of an exchange a file holds. */
export interface PartOfExchange {
  readonly part: 'request' | 'response';
  /** What the names of both halves have in common, their folder included. */
  readonly stem: string;
}

/** Tells by its name which half of an exchange a file holds, if it says so. */
export function partOf(file: string): PartOfExchange | undefined {
  const [, stem, part] = /^((?:.*[\\/])?[^\\/]+)\.(request|response)\.json$/s.exec(file) ?? [];
  if (stem === undefined) return undefined;
  return { part: part === 'request' ? 'request' : 'response', stem };
}

/**
 * The known endpoint path that a file's name tells. Its folders and its name up to the first dot are
 * the path; or the name alone is, joined by `_` or `-`; or it is the last part of just one path, and
 * the folder does not speak of another module. Where that leaves a choice, nothing is told.
 */
export function endpointOf(file: string, known: readonly string[]): string | undefined {
  const segments = file.split(/[\\/]+/).filter((segment) => segment !== '');
  const name = (segments.pop() ?? '').replace(/\..*$/s, '');
  if (name === '') return undefined;
  const paths = known.map((path) => ({
    path,
    parts: path.split('/').filter((part) => part !== ''),
  }));
  const spelled = paths.filter(({ parts }) => endsWith([...segments, name], parts));
  const longest = Math.max(...spelled.map(({ parts }) => parts.length));
  const nearest = spelled.filter(({ parts }) => parts.length === longest);
  if (nearest.length > 0 && longest > 1) return only(nearest);
  const joined = paths.filter(({ parts }) => plain(parts.join('_')) === plain(name));
  const folder = segments.at(-1);
  const isOfModule = paths.some(({ parts }) => parts.length > 1 && parts[0] === folder);
  const last = isOfModule
    ? []
    : paths.filter(({ parts }) => plain(parts.at(-1) ?? '') === plain(name));
  return only([...new Set([...joined, ...last])]);
}

function endsWith(segments: readonly string[], parts: readonly string[]): boolean {
  const tail = segments.slice(-parts.length);
  return (
    parts.length > 0 &&
    tail.length === parts.length &&
    tail.every((one, at) => plain(one) === plain(parts[at] ?? ''))
  );
}

/** A name in which it does not matter how words are joined. */
function plain(name: string): string {
  return name.replaceAll('-', '_');
}

function only(found: readonly { readonly path: string }[]): string | undefined {
  return found.length === 1 ? found[0]?.path : undefined;
}
