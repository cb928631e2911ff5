import { admit, Frequency, type Admission } from './admission.js';
import type { MockAnswer } from './answer.js';
import { authorise } from './authorise.js';
import { readBody } from './body.js';
import { PlatformRefusal, type Call, type Members } from './call.js';
import { choosesReply, chosenReply } from './chosen.js';
import type { Cause, MockRequest } from './exchange.js';
import { handlers } from './handlers/index.js';
import type { MockOperation } from './operation.js';
import type { MockHandler } from './options.js';
import { Refusal, refusals } from './refusal.js';
import type { Rules } from './rules.js';
import type { PlayerPlatform, TokenData } from './world/data.js';
import type { World } from './world/world.js';

/** What an engine answers from. */
export interface EngineParts {
  readonly admission: Admission;
  readonly frequency: Frequency;
  readonly rules: Rules;
  readonly ownHandlers: ReadonlyMap<string, MockHandler>;
  readonly strictTypes: boolean;
  readonly shareLimits: boolean;
  readonly fromExamples: boolean;
}

/** A request for an endpoint, or for none. */
export interface Asked {
  readonly operation: MockOperation | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly body: MockRequest['body'];
  /** What stands in the body as JSON. */
  readonly value: unknown;
  readonly preference: MockAnswer | undefined;
  readonly now: number;
}

/** What is decided about a request: the reply's members, or undefined where no such reply is documented. */
export interface Decided {
  readonly members: Members | undefined;
  readonly cause: Cause;
  readonly answer: MockAnswer | undefined;
}

/** A call on its way through the layers: its token, and by it its player, are found last. */
type Entering = Omit<Call, 'token' | 'openid'> & { token: TokenData | undefined; openid: string };

/** Decides what a request is answered, as the server's layers do, from the outside in. */
export function decide(asked: Asked, world: World, parts: EngineParts): Decided | Promise<Decided> {
  const { operation, preference } = asked;
  try {
    if (operation === undefined) throw refusals.pathUnknown();
    return decideCall(callOf(asked, operation, world, parts), preference, parts);
  } catch (error) {
    return refused(error, operation, preference);
  }
}

/** Goes through the layers; what comes out has the declared types. */
function callOf(
  { query, body, value, now }: Asked,
  operation: MockOperation,
  world: World,
  { admission, frequency, strictTypes, shareLimits }: EngineParts,
): Entering {
  admit(operation, query, admission);
  const appid = query['appid'] ?? '';
  const named = query['openid'] ?? '';
  // The access layer knows the player by the query alone.
  frequency.count(appid, named, now);
  const read = readBody(operation, body, value, strictTypes);
  const openid = nameOf(read['openid']) || named || nameOf(read['guestid']);
  if (named === '') frequency.count(appid, openid, now);
  const platform = platformOf(operation, appid);
  return {
    operation,
    world,
    now,
    query,
    body: read,
    shareLimits,
    appid,
    openid,
    platform,
    token: undefined,
  };
}

function decideCall(
  call: Entering,
  preference: MockAnswer | undefined,
  parts: EngineParts,
): Decided | Promise<Decided> {
  const { operation, query, body, now } = call;
  const answer = preference ?? parts.rules.answerTo(operation.path, query, body);
  if (answer !== undefined && choosesReply(answer)) {
    const cause = preference === undefined ? 'rule' : 'preference';
    return { members: merged(chosenReply(operation, answer), answer), cause, answer };
  }
  const own = parts.ownHandlers.get(operation.path);
  const given = own?.({ endpoint: operation.path, query, body, now });
  if (given instanceof Promise)
    return given.then((members) =>
      members === undefined
        ? stateOr(call, answer, parts)
        : { members: merged(withCode(call, members), answer), cause: 'handler', answer },
    );
  if (given !== undefined)
    return { members: merged(withCode(call, given), answer), cause: 'handler', answer };
  return byState(call, answer, parts);
}

/** The state's answer where a handler that had to be waited for gave none. */
function stateOr(call: Entering, answer: MockAnswer | undefined, parts: EngineParts): Decided {
  try {
    return byState(call, answer, parts);
  } catch (error) {
    return refused(error, call.operation, answer);
  }
}

function byState(
  call: Entering,
  answer: MockAnswer | undefined,
  { fromExamples }: EngineParts,
): Decided {
  const { operation } = call;
  const [, example] = operation.examples[0] ?? [];
  const handler = fromExamples ? undefined : handlers.get(operation.path);
  if (handler === undefined) {
    const members = example ?? withCode(call, {});
    return { members: merged(members, answer), cause: 'example', answer };
  }
  call.token = authorise(call);
  // A call that names no player is that of the token's owner.
  if (call.openid === '') call.openid = call.token?.openid ?? '';
  const members = handler(call);
  const text = example?.[operation.envelope] ?? 'success';
  const whole =
    operation.envelope === 'msg'
      ? { ret: 0, msg: text, ...members }
      : { ret: 0, message: text, ...members };
  return { members: merged(whole, answer), cause: 'state', answer };
}

function withCode({ operation }: Entering, members: Members): Members {
  return { ret: 0, [operation.envelope]: 'success', ...members };
}

function merged<M extends Members | undefined>(members: M, answer: MockAnswer | undefined): M {
  if (members === undefined || answer?.merge === undefined) return members;
  return { ...members, ...answer.merge };
}

function refused(
  error: unknown,
  operation: MockOperation | undefined,
  answer: MockAnswer | undefined,
): Decided {
  if (error instanceof PlatformRefusal) return { members: error.reply, cause: 'state', answer };
  if (!(error instanceof Refusal)) throw error;
  const { ret, message, errType } = error;
  const members = { ret, [operation?.envelope ?? 'msg']: message, err_type: errType };
  return { members, cause: 'refusal', answer };
}

/** The platform that a call is about: by the appid's form where the endpoint serves several. */
function platformOf({ platforms }: MockOperation, appid: string): PlayerPlatform {
  const byForm = /^G_/.test(appid) ? 'guest' : /^A_/.test(appid) ? 'apple' : undefined;
  const serves = (platform: PlayerPlatform): boolean => platforms.includes(platform);
  if (byForm !== undefined && serves(byForm)) return byForm;
  if (appid.startsWith('wx') && serves('wechat')) return 'wechat';
  return platforms[0] ?? 'qq';
}

function nameOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
