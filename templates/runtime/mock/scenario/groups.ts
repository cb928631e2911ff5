import { isObject } from '../../value-kind.js';
import type { Found } from './found.js';
import { own } from './items.js';

/** Finds groups whose owner or administrators are no members, and guilds that have two groups. */
export function checkGroups(world: unknown, pointer: string, found: Found): void {
  const groups = isObject(world) ? own(world, 'groups') : undefined;
  if (!Array.isArray(groups)) return;
  const guilds = new Map<string, string>();
  for (const [index, group] of groups.entries()) {
    if (found.full) return;
    if (!isObject(group)) continue;
    const at = `${pointer}/groups/${index}`;
    checkLeaders(group, at, found);
    if (own(group, 'unlinked') !== true) checkGuild(own(group, 'guild'), at, guilds, found);
  }
}

function checkLeaders(group: object, at: string, found: Found): void {
  const list = own(group, 'members');
  if (!Array.isArray(list)) return;
  const members = new Set<unknown>(list);
  const owner = own(group, 'owner');
  const stray = (openid: unknown): boolean => typeof openid === 'string' && !members.has(openid);
  if (stray(owner)) found.add(`${at}/owner`, 'must be one of the members');
  const admins = own(group, 'admins');
  if (!Array.isArray(admins)) return;
  for (const [index, admin] of admins.entries())
    if (stray(admin)) found.add(`${at}/admins/${index}`, 'must be one of the members');
}

function checkGuild(guild: unknown, at: string, guilds: Map<string, string>, found: Found): void {
  if (!isObject(guild)) return;
  const [id, zone] = [own(guild, 'id'), own(guild, 'zone')];
  if (typeof id !== 'string' || typeof zone !== 'string') return;
  const key = JSON.stringify([zone, id, own(guild, 'type') ?? '0']);
  const before = guilds.get(key);
  if (before === undefined) guilds.set(key, at);
  else found.add(`${at}/guild`, `is bound to ${before} already; a guild has one group of a kind`);
}
