import type { MockAnswer } from './answer.js';
import type { MockReply } from './exchange.js';
import { loosened } from './loosened.js';
import type { MockOperation } from './operation.js';
import { asksForHttps, withHttps } from './secure-links.js';

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

const headersByOperation = new WeakMap<MockOperation, Readonly<Record<string, string>>>();

/** A reply's members as they are sent, with what the request passed through. */
export function passedThrough(
  members: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, string>>,
  answer: MockAnswer | undefined,
): Readonly<Record<string, unknown>> {
  const { msdkExtInfo } = query;
  const whole = msdkExtInfo === undefined ? members : { ...members, msdkExtInfo };
  return answer?.fault === 'loose' ? loosened(whole) : whole;
}

/** JSON and a newline, as the server sends it (field-notes:6). */
export function finished(
  members: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, string>>,
  operation: MockOperation | undefined,
): MockReply {
  const text = JSON.stringify(members);
  return {
    status: 200,
    headers: operation === undefined ? json : headersOf(operation),
    body: `${asksForHttps(query) ? withHttps(text) : text}\n`,
  };
}

/** The content type, and for an endpoint on its way out what RFC 9745, RFC 8594 and RFC 5829 have for it. */
function headersOf(operation: MockOperation): Readonly<Record<string, string>> {
  const { ending } = operation;
  if (ending === undefined) return json;
  const known = headersByOperation.get(operation);
  if (known !== undefined) return known;
  const headers = {
    ...json,
    deprecation: sinceWhen(ending.deprecated),
    ...(ending.stopped === undefined ? {} : { sunset: new Date(ending.stopped).toUTCString() }),
    ...(ending.replacedBy === undefined
      ? {}
      : { link: `<${ending.replacedBy}>; rel="successor-version"` }),
  };
  headersByOperation.set(operation, headers);
  return headers;
}

/** RFC 9745 knows dates only; where nobody knows the date, the older drafts' truth value says what is known. */
function sinceWhen(date: string | undefined): string {
  return date === undefined ? '?1' : `@${Date.parse(date) / 1000}`;
}
