import { refusal, text, type Call, type Handler, type Members } from '../call.js';
import type { GroupData } from '../world/data.js';
import { guildOf, relationOf } from '../world/groups.js';

/** The first group interface: groups by their openids. It sees the groups of the second one. */

const fine: Members = { platCode: '0', is_lost: '0' };

/** By guild and zone, or by the group's number where opt is 1 (enum GroupLookup). */
function lookedUp(call: Call): GroupData {
  const { world } = call;
  const byNumber = text(call, 'opt') === '1';
  const group = byNumber
    ? world.groups.byNumber(text(call, 'groupCode'))
    : world.groups.byGuild({ id: text(call, 'unionid'), zone: text(call, 'zoneid') });
  if (group === undefined || guildOf(group) === undefined)
    throw refusal(call, byNumber ? 2004 : 2002, 'no binding');
  return group;
}

/** Only a member may see the group (qq-en:517, qq-en:766). */
function seen(call: Call, group: GroupData): GroupData {
  if (relationOf(group, call.openid) === 4) throw refusal(call, 2003, 'not a member');
  return group;
}

const groupOpenid: Handler = (call) => ({
  groupOpenid: seen(call, lookedUp(call)).groupOpenid,
  ...fine,
});

const detail: Handler = (call) => {
  const group = seen(call, lookedUp(call));
  return { ...shown(group), groupOpenid: group.groupOpenid, joinGroupKey: group.joinKey, ...fine };
};

const info: Handler = (call) => {
  const group = call.world.groups.byOpenid(text(call, 'groupOpenid'));
  if (group === undefined || guildOf(group) === undefined) throw refusal(call, 2002, 'no binding');
  return { ...shown(seen(call, group)), ...fine };
};

/** No document lists the codes of this call; QQ's own for a wrong request is the nearest. */
const key: Handler = (call) => {
  const group = call.world.groups.byOpenid(text(call, 'groupOpenid'));
  if (group === undefined) throw refusal(call, -1);
  return { joinGroupKey: group.joinKey, ...fine };
};

const unbind: Handler = (call) => {
  const group = call.world.groups.byOpenid(text(call, 'groupOpenid'));
  const guild = guildOf(group);
  if (group === undefined || guild === undefined) throw refusal(call, 2001, 'no binding');
  if (guild.id !== text(call, 'unionid')) throw refusal(call, 2002, 'another guild');
  call.world.groups.unbind(group);
  return fine;
};

const send: Handler = (call) => {
  if (call.world.groups.byOpenid(text(call, 'group_openid')) === undefined) throw refusal(call, -1);
  return { is_lost: '0' };
};

function shown(group: GroupData): Members {
  const { guild, members, admins = [] } = group;
  return {
    groupName: group.name,
    fingerMemo: group.memo ?? '',
    memberNum: String(members.length),
    maxNum: String(group.maxMembers ?? 200),
    ownerOpenid: group.owner,
    unionid: guild?.id ?? '',
    zoneid: guild?.zone ?? '',
    adminOpenids: admins.join(','),
  };
}

/** A chest has an id of its own each time. */
const chest: Handler = ({ world }) => ({ platCode: '', boxid: `box-${world.issue('box', 12)}` });

/** The calls about QQ groups by their openids, and the chest beside them. */
export const groupHandlers: Readonly<Record<string, Handler>> = {
  '/relation/get_groupopenid': groupOpenid,
  '/relation/get_group_detail': detail,
  '/relation/get_groupinfo': info,
  '/relation/get_group_key': key,
  '/relation/unbind_group': unbind,
  '/relation/send_groupmsg': send,
  '/relation/qq_gain_chest': chest,
};
