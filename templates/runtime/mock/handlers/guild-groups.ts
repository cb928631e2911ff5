import { refusal, text, type Call, type Handler, type Members } from '../call.js';
import type { GroupData } from '../world/data.js';
import { guildOf, relationOf } from '../world/groups.js';

/** The second group interface: guilds and the numbers of their groups. */

const nothing: Members = { data: { empty: '' } };

/** No document lists the codes of these calls; QQ's own for a wrong request is the nearest. */
function wrong(call: Call): Error {
  return refusal(call, -1);
}

function boundGroup(call: Call): GroupData | undefined {
  return call.world.groups.byGuild(guildIn(call));
}

/** The guild that a call names, and the kind of its group. */
function guildIn(call: Call): { id: string; zone: string; type: string } {
  const type = text(call, 'type') || '0';
  return { id: text(call, 'guild_id'), zone: text(call, 'zone_id'), type };
}

/** A new group of the caller's, bound to the guild of the call. */
function groupFrom(call: Call, gc: string, name: string): GroupData {
  const { world, openid } = call;
  return {
    gc,
    groupOpenid: world.issue('group', 32),
    joinKey: world.issue('key', 32).toLowerCase(),
    name,
    owner: openid,
    members: [openid],
    guild: { ...guildIn(call), name },
  };
}

const create: Handler = (call) => {
  const { world } = call;
  if (boundGroup(call) !== undefined) throw wrong(call);
  const name = text(call, 'guild_name');
  const gc = world.issueGroupNumber();
  world.groups.put(groupFrom(call, gc, name));
  return { data: { gc, group_name: name } };
};

/** Binds one of the caller's groups that has no guild. A stranger's group is heard of here first. */
const bindExisting: Handler = (call) => {
  const { world, openid } = call;
  const gc = text(call, 'gc');
  const known = world.groups.byNumber(gc);
  const isMine = known === undefined ? world.adopts : known.owner === openid;
  if (!isMine || guildOf(known) !== undefined || boundGroup(call) !== undefined) throw wrong(call);
  const name = text(call, 'group_name');
  world.groups.put({
    ...groupFrom(call, gc, name),
    ...known,
    guild: { ...guildIn(call), name },
    unlinked: false,
  });
  return nothing;
};

/** Takes the caller into the group of the guild. A group that nobody has named before is heard of here first. */
const join: Handler = (call) => {
  const { world, openid } = call;
  const gc = text(call, 'gc');
  const bound = boundGroup(call);
  const isNew = world.adopts && bound === undefined && world.groups.byNumber(gc) === undefined;
  const group = isNew ? groupFrom(call, gc, '') : bound;
  if (group?.gc !== gc) throw wrong(call);
  const isMember = group.members.includes(openid);
  world.groups.put(isMember ? group : { ...group, members: [...group.members, openid] });
  return nothing;
};

/** Ends the guild's binding, and does nothing a second time. One that nobody spoke of before is heard of here first. */
const unlink: Handler = (call) => {
  const { world } = call;
  const last = world.groups.lastOf(guildIn(call));
  const isNew = world.adopts && last === undefined;
  const group = isNew ? groupFrom(call, world.issueGroupNumber(), '') : last;
  if (group === undefined) throw wrong(call);
  world.groups.unbind(group);
  return nothing;
};

/** A group number in the reply says that the guild is bound (server-en:1204); it is empty where it is not. */
const groupOfGuild: Handler = (call) => {
  const group = boundGroup(call);
  return {
    data: {
      gc: group?.gc ?? '',
      group_name: group?.name ?? '',
      group_key: group?.joinKey ?? '',
      group_openid: group?.groupOpenid ?? '',
    },
  };
};

const guildOfGroup: Handler = (call) => {
  const guild = guildOf(call.world.groups.byNumber(text(call, 'gc')));
  return { data: { union_id: guild?.id ?? '', union_name: guild?.name ?? '' } };
};

const relation: Handler = (call) => ({
  data: { relation: relationOf(call.world.groups.byNumber(text(call, 'gc')), call.openid) },
});

const mine: Handler = ({ world, openid }) => ({
  data: {
    group_list: world.groups.createdBy(openid).map(({ gc, name }) => ({ gc, group_name: name })),
  },
});

/** The calls about the QQ groups of guilds. */
export const guildGroupHandlers: Readonly<Record<string, Handler>> = {
  '/relation/createbind_groupv2': create,
  '/relation/bind_existing_groupv2': bindExisting,
  '/relation/join_groupv2': join,
  '/relation/unlink_groupv2': unlink,
  '/relation/get_groupcode': groupOfGuild,
  '/relation/query_bind_unionv2': guildOfGroup,
  '/relation/get_groupinfov2': relation,
  '/relation/get_group_listv2': mine,
  '/relation/remind_leader_bindv2': () => nothing,
};
