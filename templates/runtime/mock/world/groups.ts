import type { GroupData, GuildData } from './data.js';

/** Groups without a guild past which the one that lost its guild first is forgotten, so that none fill the memory. */
const mostUnlinked = 5_000;

/** What a guild is found by. */
export type GuildName = Pick<GuildData, 'id' | 'zone' | 'type'>;

/** The QQ groups, of which both group interfaces tell. A guild has one group of a kind at most, and a group one guild. */
export class Groups {
  readonly #groups = new Map<string, GroupData>();
  readonly #byGuild = new Map<string, string>();
  readonly #byOpenid = new Map<string, string>();
  /** The numbers of those that were unlinked, in that order. */
  readonly #unlinked = new Set<string>();

  constructor(groups: readonly GroupData[]) {
    for (const group of groups) this.put(group);
  }

  byNumber(gc: string): GroupData | undefined {
    return this.#groups.get(gc);
  }

  byOpenid(groupOpenid: string): GroupData | undefined {
    return this.#groups.get(this.#byOpenid.get(groupOpenid) ?? '');
  }

  /** The group that a guild is bound to, or was before it was unlinked. */
  lastOf(guild: GuildName): GroupData | undefined {
    const key = guildKey(guild);
    const group = this.#groups.get(this.#byGuild.get(key) ?? '');
    // The group may have gone to another guild since.
    return group?.guild !== undefined && guildKey(group.guild) === key ? group : undefined;
  }

  /** The group that a guild is bound to. */
  byGuild(guild: GuildName): GroupData | undefined {
    const group = this.lastOf(guild);
    return guildOf(group) === undefined ? undefined : group;
  }

  /** The groups that a player created, without those that were unlinked. */
  createdBy(openid: string): GroupData[] {
    return [...this.#groups.values()].filter(
      ({ owner, unlinked }) => owner === openid && unlinked !== true,
    );
  }

  /** Puts a group into the world, or another in place of the one with its number. */
  put(group: GroupData): void {
    const { guild, gc, unlinked } = group;
    this.#groups.set(gc, group);
    this.#byOpenid.set(group.groupOpenid, gc);
    this.#unlinked.delete(gc);
    if (unlinked === true) this.#unlinked.add(gc);
    if (this.#unlinked.size > mostUnlinked) this.#forgetOne();
    if (guild === undefined) return;
    const bound = this.byGuild(guild);
    // A group that the guild has left does not stand before the one that it has now.
    if (unlinked !== true || bound === undefined) this.#byGuild.set(guildKey(guild), gc);
  }

  /** Ends the binding of a group, which stays. */
  unbind(group: GroupData): void {
    this.put({ ...group, unlinked: true });
  }

  #forgetOne(): void {
    const [gc = ''] = this.#unlinked;
    const group = this.#groups.get(gc);
    this.#unlinked.delete(gc);
    this.#groups.delete(gc);
    if (group === undefined) return;
    this.#byOpenid.delete(group.groupOpenid);
    const key = group.guild === undefined ? '' : guildKey(group.guild);
    if (this.#byGuild.get(key) === gc) this.#byGuild.delete(key);
  }

  toJSON(): GroupData[] {
    return [...this.#groups.values()];
  }
}

/** The guild to which a group is bound. */
export function guildOf(group: GroupData | undefined): GuildData | undefined {
  return group?.unlinked === true ? undefined : group?.guild;
}

/** A player's relation to a group (enum GroupRelation): 1 owner, 2 administrator, 3 member, 4 none of these. */
export function relationOf(group: GroupData | undefined, openid: string): 1 | 2 | 3 | 4 {
  if (group?.owner === openid) return 1;
  if (group?.admins?.includes(openid) === true) return 2;
  return group?.members.includes(openid) === true ? 3 : 4;
}

function guildKey({ id, zone, type = '0' }: GuildName): string {
  return JSON.stringify([id, zone, type]);
}
