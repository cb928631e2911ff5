import type { App, Apps } from './apps.js';
import { finding, type Finding } from './finding.js';
import type {
  Address,
  CallOptions,
  ClientOptions,
  CommonOptions,
  WholeOptions,
} from './options.js';
import type { RetryOptions } from './retry.js';
import { withoutCodec } from './prepare.js';
import { nearest } from './suggest.js';
import { isObject } from './value-kind.js';

/** What holds for an option: a test, and what it asks for in words. */
type Rule = readonly [isMet: (value: unknown) => boolean, expected: string];
type Rules<Options> = { readonly [Name in keyof Required<Options>]: Rule };

/** A timer takes no more milliseconds than this. */
const longest = 2 ** 31 - 1;

const aFunction: Rule = [(value) => typeof value === 'function', 'a function'];
const functions: Rule = [
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'function'),
  'an array of functions',
];
const aFlag: Rule = [(value) => value === 0 || value === 1, '0 or 1'];
const aBoolean: Rule = [(value) => typeof value === 'boolean', 'true or false'];
const anObject: Rule = [isObject, 'an object'];
const milliseconds: Rule = [
  (value) => typeof value === 'number' && value >= 1 && value <= longest,
  `milliseconds, from 1 to ${longest}`,
];
const aText: Rule = [(value) => typeof value === 'string', 'a string'];

const commonRules: Rules<CommonOptions> = {
  apps: anObject,
  encode: [(value) => value === 1 || value === 2, '1, the appkey, or 2, the msdkkey'],
  timeout: milliseconds,
  maxReplyBytes: [(value) => Number.isInteger(value) && Number(value) > 0, 'a number of bytes'],
  transport: aFunction,
  fetch: aFunction,
  interceptors: functions,
  explain: aFunction,
  encrypt: aBoolean,
  conn: aFlag,
  now: aFunction,
};

const baseUrl: Rule = [
  isHttpUrl,
  'an address that begins with http:// or https://, without a query',
];

const clientRules: Rules<ClientOptions> = {
  ...commonRules,
  baseUrl,
  checks: anObject,
  retry: anObject,
  observe: aFunction,
  encryption: aFunction,
  onDeprecation: aFunction,
};

const wholeRules: Rules<Address & WholeOptions> = {
  ...commonRules,
  baseUrl,
  environment: aText,
  validate: aBoolean,
  bodyCodec: anObject,
  retry: [(value) => value === false || anObject[0](value), 'false or an object'],
  observers: functions,
  onDeprecation: [(value) => value === false || aFunction[0](value), 'false or a function'],
};

const retryRules: Rules<RetryOptions> = {
  attempts: [(value) => Number.isInteger(value) && Number(value) > 0, 'a number from 1'],
  baseDelay: milliseconds,
  maxDelay: milliseconds,
  when: aFunction,
  random: aFunction,
};

const callRules: Rules<CallOptions> = {
  platform: [(value) => platforms.includes(value as string), 'qq, wechat, guest or apple'],
  msdkExtInfo: [
    (value) => typeof value === 'string' && /^\w*$/.test(value),
    'letters, digits and underscores',
  ],
  ishttps: aFlag,
  version: aText,
  opua: aText,
  conn: aFlag,
  encrypt: aBoolean,
  timeout: milliseconds,
  signal: [(value) => value instanceof AbortSignal, 'an AbortSignal'],
  headers: [areHeaders, 'names and texts of headers, none of which says how the body travels'],
};

const platforms: readonly string[] = ['qq', 'wechat', 'guest', 'apple'];

/** Everything that is wrong with a bare client's options. */
export function findingsOfClient(options: ClientOptions): Finding[] {
  if (!anObject[0](options)) return [finding('wrong-type', 'the options are missing', '', '')];
  return [
    ...findingsOf(options, clientRules, '', ''),
    ...missing(options, ['baseUrl', 'apps'], ''),
    ...findingsOfCommon(options, options.encryption !== undefined),
  ];
}

/** Everything that is wrong with a whole client's options. */
export function findingsOfWhole(
  options: Address & WholeOptions,
  environments: readonly string[],
): Finding[] {
  if (!anObject[0](options)) return [finding('wrong-type', 'the options are missing', '', '')];
  const { environment, baseUrl, retry } = options;
  return [
    ...findingsOf(options, wholeRules, '', ''),
    ...(environment === undefined && baseUrl === undefined ? [withoutAddress(environments)] : []),
    ...missing(options, ['apps'], ''),
    ...findingsOfCommon(options, options.bodyCodec !== undefined),
    ...(typeof retry === 'object' ? findingsOf(retry, retryRules, '/retry', '') : []),
    ...(typeof environment === 'string' ? findingsOfEnvironment(options, environments) : []),
  ];
}

function withoutAddress(environments: readonly string[]): Finding {
  const remedy = `give an address, or in its place an environment: ${environments.join(', ')}`;
  return finding('missing-member', 'is missing', '/baseUrl', '', remedy);
}

function findingsOfEnvironment(
  { environment = '', baseUrl }: Address,
  environments: readonly string[],
): Finding[] {
  if (baseUrl !== undefined)
    return [finding('wrong-value', 'cannot stand beside baseUrl', '/environment', '')];
  if (environments.includes(environment)) return [];
  const message = `must be one of ${environments.join(', ')}`;
  return [
    finding('wrong-value', message, '/environment', '', didYouMean(environment, environments)),
  ];
}

function findingsOfCommon(options: CommonOptions, canEncrypt: boolean): Finding[] {
  const findings = anObject[0](options.apps) ? findingsOfApps(options.apps) : [];
  if (options.transport !== undefined && options.fetch !== undefined)
    findings.push(finding('wrong-value', 'cannot stand beside transport', '/fetch', ''));
  if (options.encrypt === true && !canEncrypt)
    findings.push(finding('wrong-value', withoutCodec, '/encrypt', ''));
  return findings;
}

function missing(options: object, names: readonly string[], parent: string): Finding[] {
  return names
    .filter((name) => (options as Readonly<Record<string, unknown>>)[name] === undefined)
    .map((name) => finding('missing-member', 'is missing', `${parent}/${name}`, ''));
}

function didYouMean(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  return near && `did you mean ${JSON.stringify(near)}?`;
}

/** Everything that is wrong with a call's options. */
export function findingsOfCall(call: CallOptions | null, endpoint: string): Finding[] {
  return findingsOf(call, callRules, '/options', endpoint);
}

function findingsOfApps(apps: Apps): Finding[] {
  return Object.entries(apps as Record<string, unknown>).flatMap(([platform, app]) => {
    const pointer = `/apps/${platform}`;
    if (!platforms.includes(platform))
      return [
        finding(
          'unknown-member',
          'is no platform: qq, wechat, guest, apple',
          pointer,
          '',
          didYouMean(platform, platforms),
        ),
      ];
    if (app === undefined) return [];
    const findings = findingsOf(app, appRules, pointer, '');
    return anObject[0](app)
      ? [...findings, ...missing(app as object, ['appid', 'key'], pointer)]
      : findings;
  });
}

const appRules: Rules<App> = {
  appid: [(value) => typeof value === 'string' && value !== '', 'a string that is not empty'],
  key: [
    (value) => typeof value === 'function' || (typeof value === 'string' && value !== ''),
    'a string that is not empty, or a function that gives one',
  ],
  rateLimit: [
    (value) => typeof (value as { pass?: unknown } | null)?.pass === 'function',
    'a rateLimiter',
  ],
};

function findingsOf<Options>(
  options: unknown,
  rules: Rules<Options>,
  parent: string,
  endpoint: string,
): Finding[] {
  if (!anObject[0](options)) return [finding('wrong-type', 'must be an object', parent, endpoint)];
  return Object.entries(options as object).flatMap(([name, value]) => {
    const pointer = `${parent}/${name}`;
    if (value === undefined) return [];
    if (!Object.hasOwn(rules, name)) {
      const suggestion = didYouMean(name, Object.keys(rules));
      return [finding('unknown-member', 'is not an option', pointer, endpoint, suggestion)];
    }
    const [isMet, expected] = rules[name as keyof Options];
    return isMet(value) ? [] : [finding('wrong-value', `must be ${expected}`, pointer, endpoint)];
  });
}

function isHttpUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, search, hash, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && search + hash + username + password === '';
}

/** Headers that say how the body travels, which the transport alone knows. */
const framing = /^(content-length|content-encoding|transfer-encoding|connection|host)$/i;

function areHeaders(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([name, one]: [string, unknown]) =>
        /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
        !framing.test(name) &&
        typeof one === 'string' &&
        /^[\t\x20-\x7e\x80-\xff]*$/.test(one),
    )
  );
}
