import type { MockClock } from '../options.js';
import type { WorldData } from './data.js';
import { defaultWorld } from './default-world.js';
import { Groups } from './groups.js';
import { hexOf } from './made-up.js';
import { Players } from './players.js';
import { Reports } from './reports.js';
import { Shares } from './shares.js';
import { Subscriptions } from './subscriptions.js';
import { Tokens } from './tokens.js';
import { WechatGroups } from './wechat-groups.js';

/** What a world is made of. */
export interface WorldOptions {
  readonly seed: number;
  readonly adopts: boolean;
  readonly clock: MockClock;
  /** Undefined for the world that is made up. */
  readonly data: WorldData | undefined;
}

/** Everything that the mock remembers of players and their doings. */
export class World {
  readonly seed: number;
  readonly adopts: boolean;
  readonly players: Players;
  readonly tokens: Tokens;
  readonly groups: Groups;
  readonly wechatGroups: WechatGroups;
  readonly subscriptions: Subscriptions;
  readonly shares: Shares;
  readonly reports: Reports;
  #issued: number;

  constructor({ seed, adopts, clock, data }: WorldOptions) {
    const world = data ?? defaultWorld(seed, clock.now());
    this.seed = seed;
    this.adopts = adopts;
    this.players = new Players(seed, world.players ?? [], adopts);
    this.tokens = new Tokens(world.tokens ?? [], adopts);
    this.groups = new Groups(world.groups ?? []);
    this.wechatGroups = new WechatGroups(world.wechatGroups ?? [], adopts);
    this.subscriptions = new Subscriptions(world.messages ?? []);
    this.shares = new Shares(world.shares ?? []);
    this.reports = new Reports(world.scores ?? [], world.reports ?? [], world.uploads ?? []);
    this.#issued = world.issued ?? 0;
  }

  /** So many hexadecimal digits that have not been given out before: a name, a number's tail or a token. */
  issue(kind: string, digits: number): string {
    return hexOf(`${this.seed}:${kind}:${++this.#issued}`, digits);
  }

  /** A group number that is not in use. */
  issueGroupNumber(): string {
    let number: string;
    do number = String(500_000_000 + ++this.#issued);
    while (this.groups.byNumber(number) !== undefined);
    return number;
  }

  /** The world as data, a copy that later requests do not change. */
  toJSON(): Required<WorldData> {
    return structuredClone({
      players: this.players.toJSON(),
      tokens: this.tokens.toJSON(),
      groups: this.groups.toJSON(),
      wechatGroups: this.wechatGroups.toJSON(),
      messages: this.subscriptions.toJSON(),
      shares: this.shares.toJSON(),
      ...this.reports.toJSON(),
      issued: this.#issued,
    });
  }
}
