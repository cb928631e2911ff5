import { mutationsOf, type Json } from './broken-facts.js';
import { specModel } from './catalogue.js';
import { replyMembersOf } from './loosened.js';

/** One call as it may be recorded. */
export interface Sample {
  readonly what: string;
  readonly endpoint: string;
  readonly method: 'GET' | 'POST';
  readonly query: Readonly<Record<string, string>>;
  readonly request?: Json;
  readonly response: Json;
}

const { operations } = specModel();

/** The catalogue's examples, each with a whole query. */
export const exampleSamples: readonly Sample[] = operations.flatMap((operation) =>
  operation.examples.map(({ name, query, request, response }): Sample => {
    const body = request as Json;
    const member = (parameter: string): unknown =>
      operation.request.find(({ repeats }) => repeats === parameter)?.name;
    const own = (parameter: string): string => {
      const value = body[String(member(parameter))];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '7';
    };
    return {
      what: `${operation.path} ${name}`,
      endpoint: operation.path,
      method: operation.httpMethod,
      query: {
        timestamp: '1400000000',
        appid: own('appid'),
        sig: '0123456789abcdef0123456789abcdef',
        openid: own('openid'),
        encode: '1',
        ...(query as Record<string, string>),
      },
      ...(operation.hasBody ? { request: body } : {}),
      response: response,
    };
  }),
);

/** Examples of which one fact is broken: of each some of all the ways to break one. */
export function brokenSamples(step: number): Sample[] {
  return operations.flatMap((operation) => {
    const [sample] = exampleSamples.filter(({ endpoint }) => endpoint === operation.path);
    if (sample === undefined) return [];
    const { request, response } = sample;
    const asked = request === undefined ? [] : mutationsOf(operation.request, request);
    const answered = mutationsOf(replyMembersOf(operation), response);
    const some = <T>(all: readonly T[]): T[] => all.filter((_, at) => at % step === 0);
    return [
      ...some(asked).map(({ what, payload }) => ({ ...sample, what, request: payload })),
      ...some(answered).map(({ what, payload }) => ({ ...sample, what, response: payload })),
    ];
  });
}

/** As a line of NDJSON, or an item of a list. */
export function exchangeOf({ endpoint, query, request, response }: Sample): Json {
  return { endpoint, query, ...(request === undefined ? {} : { request }), response };
}

function targetOf({ endpoint, query }: Sample): string {
  return `${endpoint}/?${new URLSearchParams(query).toString()}`;
}

/** As an entry of a HAR capture. */
export function harEntryOf(sample: Sample): Json {
  const { method, request, response } = sample;
  const text = JSON.stringify(response);
  return {
    request: {
      method,
      url: `http://msdktest.qq.com/${targetOf(sample)}`,
      headers: [{ name: 'Cookie', value: 'session=abc' }],
      ...(request === undefined
        ? { bodySize: 0 }
        : { postData: { mimeType: 'application/json', text: JSON.stringify(request) } }),
    },
    response: { status: 200, content: { size: text.length, text } },
  };
}

/** As a recorded HTTP message: the request, and its reply behind it. */
export function httpOf(sample: Sample): string {
  const body = sample.request === undefined ? '' : JSON.stringify(sample.request);
  const reply = JSON.stringify(sample.response);
  return [
    `${sample.method} ${targetOf(sample)} HTTP/1.1`,
    'Host: msdktest.qq.com',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
    'HTTP/1.1 200 OK',
    `Content-Length: ${Buffer.byteLength(reply)}`,
    '',
    reply,
    '',
  ].join('\r\n');
}

/** The file that holds a half of an exchange, by a name that tells which. */
export function pairOf(sample: Sample, folder: string): { path: string; text: string }[] {
  const half = (part: 'request' | 'response') => ({
    path: `${folder}${sample.endpoint}.${part}.json`,
    text: JSON.stringify(sample[part], null, 2),
  });
  return [...(sample.request === undefined ? [] : [half('request')]), half('response')];
}
