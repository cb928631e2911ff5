import { english } from '../../../templates/validators/words.js';
import type { ProblemWords, Vocabulary } from './words.js';

const json: ProblemWords['json'] = {
  empty: 'there is nothing',
  'unexpected-end': 'the text ends before the value does',
  'trailing-text': 'something follows the value',
  'byte-order-mark': 'a byte order mark stands before it',
  'unterminated-string': 'a string has no closing quote',
  'line-break-in-string': 'a string goes over the end of a line; write \\n',
  'control-character': 'a string has a control character; write it as \\uXXXX',
  'bad-escape': 'there is no such escape',
  'unescaped-quote': 'a quote inside a string needs a backslash',
  'single-quotes': 'strings stand in double quotes',
  'typographic-quotes': 'strings stand in straight double quotes',
  'bad-number': 'numbers are not written so',
  'not-finite': 'JSON has no NaN and no Infinity',
  'wrong-literal': 'write true, false or null',
  'unquoted-text': 'a text needs double quotes',
  'unquoted-key': "a member's name needs double quotes",
  'trailing-comma': 'no comma may stand behind the last item',
  'leading-comma': 'no comma may stand before the first item',
  'duplicate-comma': 'there is one comma too many',
  'missing-comma': 'a comma is missing',
  'missing-colon': 'a colon is missing',
  'missing-value': 'a value is missing',
  'wrong-bracket': 'the bracket closes one of the other kind',
  'fullwidth-punctuation': 'the sign is a full-width one',
  comment: 'JSON has no comments',
  'bad-space': 'JSON has no such space',
  'unexpected-character': 'nothing starts so',
};

const har: ProblemWords['har'] = {
  'no-entries': 'it has no list log.entries',
  'entries-twice': 'it has log.entries more than once',
  truncated: 'it ends too early',
  'not-json': 'it is not JSON here',
  'not-har': 'a value is missing, or has another type than in any capture',
  'bad-base64': 'the body is not base64',
  'not-text': 'the body is not UTF-8',
  'unknown-encoding': 'the encoding of the body is not known',
};

const http: ProblemWords['http'] = {
  empty: 'there is nothing',
  'bad-start-line': 'this is neither a request line nor a status line',
  'bad-target': 'this is neither a path nor an address',
  'bad-header': 'this is no header',
  'missing-blank-line': 'a blank line is missing between the headers and the body',
  'bad-chunk': 'the chunks of the body do not go on',
  'content-coding': 'the body is compressed; record it decoded',
  'several-messages': 'behind the exchange stands another',
};

const problems: ProblemWords = {
  messages: {
    'invalid-json': ({ kind, found }) => `is not JSON: ${json[kind]}${quoted(found)}`,
    'invalid-utf8': ({ isUtf16 }) =>
      isUtf16 ? 'is UTF-16; JSON is exchanged in UTF-8' : 'has bytes that are not UTF-8',
    'byte-order-mark': () => 'starts with a byte order mark, which JSON must not have',
    'payload-too-long': ({ limit }) => `is longer than ${limit} bytes, and was not looked at`,
    'empty-input': () => 'holds nothing',
    'unknown-endpoint': ({ path }) => `there is no endpoint ${path}`,
    'foreign-host': ({ host }) => `${host} is none of the service's hosts`,
    'missing-endpoint': () => 'does not say which endpoint it is for',
    'missing-part': () => 'does not say whether it is a request or a reply',
    'nothing-to-check': () => 'has neither request nor response nor query',
    'not-an-exchange': () => 'must be an object with endpoint and request, response or query',
    'duplicate-member': ({ name }) =>
      `has the member ${JSON.stringify(name)} more than once; readers see different ones`,
    'repeated-parameter': ({ name }) => `has the parameter ${name} more than once`,
    'missing-body': () => 'the request has no body',
    'omitted-bodies': () => 'is a capture without bodies',
    'no-calls': () => "has no call to any of the service's hosts",
    'wrong-status': ({ status }) => `has HTTP status ${status}; the service answers with 200`,
    'wrong-signature': ({ key }) => `is not the signature by the ${key}`,
    'no-key': ({ appid }) => `the signature was not verified: there is no key for appid ${appid}`,
    'differs-from-query': ({ parameter }) => `differs from ${parameter} in the query`,
    'unknown-error-code': ({ ret, code }) =>
      code === ret
        ? `no table of the endpoint lists ret ${ret}`
        : `no table of the endpoint lists ${code}, which ret ${ret} wraps`,
    'bad-har': ({ kind, found }) => `is no whole HAR capture: ${har[kind]}${quoted(found)}`,
    'bad-http-message': ({ kind, found }) =>
      `is no recorded HTTP message: ${http[kind]}${quoted(found)}`,
    'missing-file': ({ argument }) => `there is no file ${argument}`,
    'empty-folder': ({ argument }) => `the folder ${argument} has no payloads`,
    'no-match': ({ argument }) => `no file matches ${argument}`,
    unreadable: ({ name, code }) => `${name} cannot be read (${code})`,
    'not-a-file': ({ argument }) => `${argument} is neither a file nor a folder`,
    'more-findings': ({ most }) => `has more findings than the ${most} that are listed`,
  },
  hints: {
    'did-you-mean': ({ name }) => `did you mean ${name}?`,
    'say-endpoint': () =>
      'say --endpoint PATH, or name the file after it: profile/query_vip.request.json',
    'say-part': () =>
      'say --request or --response, or end the name in .request.json or .response.json',
    'raise-limit': () => 'raise the limit with --max-bytes',
    'record-bodies': () => 'record it again with its contents',
  },
  json,
  har,
  http,
};

function quoted(found: string): string {
  return found === '' ? '' : ` (${found})`;
}

/** The words in English. */
export const en: Vocabulary = { details: english, problems };
