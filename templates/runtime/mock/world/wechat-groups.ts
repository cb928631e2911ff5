import type { WechatGroupData } from './data.js';

/** The WeChat groups. A game's client creates them, so that the mock hears of one when it is first named. */
export class WechatGroups {
  readonly #groups = new Map<string, WechatGroupData>();
  readonly #adopts: boolean;

  constructor(groups: readonly WechatGroupData[], adopts: boolean) {
    for (const group of groups) this.#groups.set(group.groupid, group);
    this.#adopts = adopts;
  }

  /** The group as it is known, the unlinked and the unknown left out. */
  find(groupid: string): WechatGroupData | undefined {
    const group = this.#groups.get(groupid);
    return group?.unlinked === true ? undefined : group;
  }

  /** The group, taken in with this player where nobody has named it before; undefined where there is none. */
  adopt(groupid: string, openid: string): WechatGroupData | undefined {
    if (this.#adopts && !this.#groups.has(groupid))
      this.#groups.set(groupid, { groupid, members: openid === '' ? [] : [openid] });
    return this.find(groupid);
  }

  unlink(group: WechatGroupData): void {
    this.#groups.set(group.groupid, { ...group, unlinked: true });
  }

  toJSON(): WechatGroupData[] {
    return [...this.#groups.values()];
  }
}
