import type { Handler } from '../call.js';
import { authHandlers } from './auth.js';
import { freeflowHandlers } from './freeflow.js';
import { groupHandlers } from './groups.js';
import { guildGroupHandlers } from './guild-groups.js';
import { membershipHandlers } from './memberships.js';
import { playerHandlers } from './players.js';
import { profileHandlers } from './profile.js';
import { shareHandlers } from './shares.js';
import { wechatGroupHandlers } from './wechat-groups.js';

/** What each endpoint does, by its path. One that is not here answers with its first example. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...authHandlers,
    ...freeflowHandlers,
    ...groupHandlers,
    ...guildGroupHandlers,
    ...membershipHandlers,
    ...playerHandlers,
    ...profileHandlers,
    ...shareHandlers,
    ...wechatGroupHandlers,
  }),
);
