import { failureReply, type FailureReply } from './failure.js';
import type { MockOperation } from './operation.js';
import type { PlayerPlatform, TokenData } from './world/data.js';
import type { Player } from './world/players.js';
import type { World } from './world/world.js';

/** A reply's members beside the code and the text. */
export type Members = Readonly<Record<string, unknown>>;

/** That the platform behind the service refuses a call: the whole reply. */
export class PlatformRefusal extends Error {
  override name = 'PlatformRefusal';
  readonly reply: FailureReply;
  constructor(reply: FailureReply) {
    super('refused by the platform');
    this.reply = reply;
  }
}

/** What a caller is known by in a call that has come through the layers. */
export interface Caller {
  readonly appid: string;
  /** Empty where the call names no player. */
  readonly openid: string;
  readonly platform: PlayerPlatform;
}

/** A call that has come through the layers: its body has the declared types. */
export interface Call extends Caller {
  readonly operation: MockOperation;
  readonly world: World;
  /** Unix milliseconds. */
  readonly now: number;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** The token that the call was let in with, where it had to carry one. */
  readonly token: TokenData | undefined;
  readonly shareLimits: boolean;
}

/** What an endpoint does with a call: the reply's members; throws a `PlatformRefusal`. */
export type Handler = (call: Call) => Members;

/** A text of the body, or of the query where it has none; empty where neither has it. */
export function text({ body, query }: Call, name: string): string {
  const value = body[name] ?? query[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A number of the body, or the digits of the query; 0 where neither has it. */
export function number(call: Call, name: string): number {
  const value = Number(text(call, name));
  return Number.isFinite(value) ? value : 0;
}

/** The texts of a list in the body. */
export function texts({ body }: Call, name: string): string[] {
  const list = body[name];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** The player who calls. */
export function caller({ world, openid, platform }: Call): Player {
  return world.players.find(openid, platform);
}

/** The refusal that an endpoint's tables have under a code, or under a code and its own words. */
export function refusal(
  { operation: { envelope, errors } }: Pick<Call, 'operation'>,
  code: number,
  words?: string,
): PlatformRefusal {
  for (const table of errors) {
    const row = table.rows.find(([first]) => first === code && table.carriedBy !== 'err_type');
    if (row !== undefined)
      return new PlatformRefusal(failureReply(envelope, table, code, words ?? row[1], row[2]));
  }
  throw new Error(`the endpoint has no code ${code}`);
}
