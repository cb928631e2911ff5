import { refusal, text, type Call, type Handler, type Members } from '../call.js';
import type { GroupData } from '../world/data.js';
import { relationOf } from '../world/groups.js';

/** The second group interface: guilds and the numbers of their groups. */

const nothing: Members = { data: { empty: '' } };

/** No document lists the codes of these calls; QQ's own for a wrong request is the nearest. */
function wrong(call: Call): Error {
  return refusal(call, -1);
}

function guildOf(call: Call): GroupData | undefined {
  return call.world.groups.byGuild(text(call, 'guild_id'), text(call, 'zone_id'));
}

const create: Handler = (call) => {
  const { world, openid } = call;
  if (guildOf(call) !== undefined) throw wrong(call);
  const name = text(call, 'guild_name');
  const gc = world.issueGroupNumber();
  world.groups.put({
    gc,
    groupOpenid: world.issue('group', 32),
    joinKey: world.issue('key', 32).toLowerCase(),
    name,
    owner: openid,
    members: [openid],
    guild: { id: text(call, 'guild_id'), zone: text(call, 'zone_id'), name },
  });
  return { data: { gc, group_name: name } };
};

/** Binds one of the caller's groups that has no guild. A stranger's group is heard of here first. */
const bindExisting: Handler = (call) => {
  const { world, openid } = call;
  const gc = text(call, 'gc');
  const known = world.groups.byNumber(gc);
  const isMine = known === undefined ? world.adopts : known.owner === openid;
  if (!isMine || known?.guild !== undefined || guildOf(call) !== undefined) throw wrong(call);
  const name = text(call, 'group_name');
  world.groups.put({
    ...(known ?? {
      gc,
      groupOpenid: world.issue('group', 32),
      joinKey: world.issue('key', 32).toLowerCase(),
      name,
      owner: openid,
      members: [openid],
    }),
    guild: { id: text(call, 'guild_id'), zone: text(call, 'zone_id'), name },
    unlinked: false,
  });
  return nothing;
};

/** Takes the caller into the group of the guild. */
const join: Handler = (call) => {
  const { world, openid } = call;
  const group = guildOf(call);
  if (group === undefined || group.gc !== text(call, 'gc')) throw wrong(call);
  if (!group.members.includes(openid))
    world.groups.put({ ...group, members: [...group.members, openid] });
  return nothing;
};

const unlink: Handler = (call) => {
  const group = guildOf(call);
  if (group === undefined) throw wrong(call);
  call.world.groups.unbind(group);
  return nothing;
};

/** A group number in the reply says that the guild is bound (server-en:1204); it is empty where it is not. */
const groupOfGuild: Handler = (call) => {
  const group = guildOf(call);
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
  const guild = call.world.groups.byNumber(text(call, 'gc'))?.guild;
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
