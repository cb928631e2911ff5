import { isObject } from '../../value-kind.js';
import type { Found } from './found.js';
import { own } from './items.js';

/** A list of a world, the member by which its items are known, and all that tells one of them from the others. */
interface Known {
  readonly list: string;
  readonly member: string;
  readonly by: (item: object) => readonly string[];
}

const known: readonly Known[] = [
  // The same openid on another platform is another player.
  { list: 'players', member: 'openid', by: () => ['openid', 'platform'] },
  // What players brought may be several players' token, and only each player's stands once.
  {
    list: 'tokens',
    member: 'token',
    by: (token) =>
      own(token, 'adopted') === true ? ['token', 'kind', 'openid', 'platform'] : ['token'],
  },
];

/** Finds players and tokens that stand in a world twice. Tokens are secret, and are not shown. */
export function checkRepeated(world: unknown, pointer: string, found: Found): void {
  for (const { list, member, by } of known) {
    const items = isObject(world) ? own(world, list) : undefined;
    if (!Array.isArray(items)) continue;
    const first = new Map<string, string>();
    for (const [index, item] of items.entries()) {
      if (found.full) return;
      if (!isObject(item) || typeof own(item, member) !== 'string') continue;
      const at = `${pointer}/${list}/${index}`;
      const key = JSON.stringify(by(item).map((name) => own(item, name)));
      const before = first.get(key);
      if (before === undefined) first.set(key, at);
      else found.add(`${at}/${member}`, `is also the ${member} of ${before}`);
    }
  }
}
