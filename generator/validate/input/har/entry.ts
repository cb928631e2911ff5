import { isObject } from '../../is-object.js';
import { readHalf, type HarEntryProblem, type HarHalf, type Report } from './body.js';

/** What an entry of a capture records. */
export interface HarEntry {
  readonly request?: HarHalf & {
    readonly method: string;
    /** The address with its query, also where the recorder keeps that apart. */
    readonly url: string;
  };
  /** Nothing where no reply came. */
  readonly response?: HarHalf & { readonly status: number };
  readonly problems: readonly HarEntryProblem[];
}

/** Reads an element of `log.entries`. What is there is given, whatever else is wrong. */
export function readHarEntry(text: string): HarEntry {
  const problems: HarEntryProblem[] = [];
  const report: Report = (kind, pointer, found = '') => {
    problems.push({ kind, pointer, found });
  };
  const entry = parsed(text);
  if (entry === undefined) report('not-json', '');
  else if (!isObject(entry)) report('not-har', '');
  if (!isObject(entry)) return { problems };
  const request = readRequest(entry['request'], report);
  const response = readResponse(entry['response'], report);
  return {
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    problems,
  };
}

function readRequest(request: unknown, report: Report): HarEntry['request'] {
  if (!isObject(request)) return report('not-har', '/request');
  const { method, url, queryString, postData, bodySize } = request;
  if (typeof method !== 'string') return report('not-har', '/request/method');
  if (typeof url !== 'string') return report('not-har', '/request/url');
  const half = readHalf(postData, '/request/postData', bodySize, report);
  return { method, url: withQuery(url, queryString), ...half };
}

function readResponse(response: unknown, report: Report): HarEntry['response'] {
  if (!isObject(response)) return report('not-har', '/response');
  const { status, content } = response;
  if (typeof status !== 'number') return report('not-har', '/response/status');
  const size = isObject(content) ? content['size'] : undefined;
  const half = readHalf(content, '/response/content', size, report);
  // A request that was broken off has a reply of status 0.
  return status === 0 && half.body === undefined ? undefined : { status, ...half };
}

/** An address with the query that the recorder has beside it, where it has none itself. */
function withQuery(url: string, queryString: unknown): string {
  if (url.includes('?') || !Array.isArray(queryString)) return url;
  const pairs = queryString
    .filter(isObject)
    .map(({ name, value }) =>
      [name, value]
        .map((one) => encodeURIComponent(wellFormed(typeof one === 'string' ? one : '')))
        .join('='),
    );
  const [address = '', ...fragment] = url.split('#');
  return pairs.length === 0 ? url : [`${address}?${pairs.join('&')}`, ...fragment].join('#');
}

/** Without halves of characters, for which no address has a spelling. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
