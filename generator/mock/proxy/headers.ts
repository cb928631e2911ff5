/** Headers of one connection, which are not passed on (RFC 9110, 7.6.1), and those that belong to it by their meaning. */
const ofConnection = new Set([
  'connection',
  'proxy-connection',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
  'trailer',
  'proxy-authenticate',
  'proxy-authorization',
  'expect',
]);

/** What is said anew of a body that has been read as text. */
const ofBody = new Set(['content-length', 'content-encoding']);

/** The end-to-end headers that are asked for by name where a request does not list its own. */
const usual = [
  'accept',
  'accept-charset',
  'accept-language',
  'authorization',
  'cache-control',
  'content-type',
  'cookie',
  'forwarded',
  'if-match',
  'if-none-match',
  'origin',
  'prefer',
  'referer',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-forwarded-for',
  'x-real-ip',
  'x-request-id',
];

/** A request's headers: all of them by name in lower case where they are known, or a way to ask for one. */
export interface HeaderSource {
  readonly header: (name: string) => string | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** The headers of a request that go on to the service. Its reply is asked for as it is, not compressed. */
export function forwardedHeaders({ header, headers }: HeaderSource): Record<string, string> {
  const own = headers ?? Object.fromEntries(usual.map((name) => [name, header(name)]));
  const kept = endToEnd(own, header('connection'));
  delete kept['host'];
  return { ...kept, 'accept-encoding': 'identity' };
}

/** The headers of a reply that come back to the caller. */
export function returnedHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const { connection } = headers;
  return endToEnd(headers, typeof connection === 'string' ? connection : undefined);
}

function endToEnd(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  connection = '',
): Record<string, string> {
  const named = new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (value === undefined || ofConnection.has(lower) || ofBody.has(lower) || named.has(lower))
      continue;
    kept[lower] = typeof value === 'string' ? value : value.join(', ');
  }
  return kept;
}
