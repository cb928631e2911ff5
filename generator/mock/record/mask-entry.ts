import { Concealment } from './conceal.js';
import type { Entry } from './entry.js';
import type { SecretNames } from './secret-names.js';
import type { StandIns } from './stand-ins.js';

/** The entry without secrets; `msdk validate` finds in it what it would find in the entry itself. */
export function maskedEntry(entry: Entry, names: SecretNames, standIns: StandIns): Entry {
  const concealment = new Concealment(names, standIns);
  const { query, request, response } = entry;
  concealment.learn(typeof query === 'string' ? pairsOf(query) : query);
  concealment.learn(request);
  concealment.learn(response);
  concealment.learn(decoded(entry.path));
  const path = concealment.text(entry.path);
  return {
    ...entry,
    method: concealment.text(entry.method),
    path,
    endpoint: entry.endpoint === entry.path ? path : entry.endpoint,
    query:
      typeof query === 'string'
        ? hiddenQuery(query, concealment)
        : (concealment.hide(query) as Record<string, string>),
    ...(request === undefined ? {} : { request: concealment.hide(request) }),
    ...(entry.contentType === undefined
      ? {}
      : { contentType: concealment.text(entry.contentType) }),
    ...(response === undefined ? {} : { response: concealment.hide(response) }),
  };
}

function pairsOf(query: string): readonly Readonly<Record<string, string>>[] {
  return [...new URLSearchParams(query)].map(([name, value]) => ({ [name]: value }));
}

/** The text of a query, of which only the secrets change. */
function hiddenQuery(query: string, concealment: Concealment): string {
  return query
    .split('&')
    .map((pair) => {
      const [[name, value] = []] = new URLSearchParams(pair);
      if (name === undefined || value === undefined) return pair;
      const hidden = Object.entries(concealment.hide({ [name]: value }) as Record<string, string>);
      const [[ownName, ownValue] = [name, value]] = hidden;
      if (ownName === name && ownValue === value) return pair;
      return `${encodeURIComponent(ownName)}=${encodeURIComponent(ownValue)}`;
    })
    .join('&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
