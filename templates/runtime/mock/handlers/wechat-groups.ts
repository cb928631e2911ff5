import { number, refusal, text, type Call, type Handler } from '../call.js';
import type { WechatGroupData } from '../world/data.js';

/** The platform's code for a group that is not there (errors-zh: the table wechat-group). */
function group(call: Call, groupid: string): WechatGroupData {
  const found = call.world.wechatGroups.adopt(groupid, call.openid);
  if (found === undefined) throw refusal(call, -10007, 'groupid not exist');
  return found;
}

/** 0 asks whether there is a group, 1 whether the caller is in it (enum WechatGroupQuery). */
const status: Handler = (call) => {
  const found = call.world.wechatGroups.find(text(call, 'groupid'));
  const asksForMember = number(call, 'op_type') === 1;
  const has = asksForMember ? found?.members.includes(call.openid) === true : found !== undefined;
  return { is_has: has ? 1 : 0 };
};

/** Those of the list who are in the group. */
const membersAmong: Handler = (call) => {
  const { members } = group(call, text(call, 'groupid'));
  const asked = text(call, 'openidlist').split(',');
  return {
    openidlist: asked.filter((openid) => members.includes(openid)).join(','),
    membercount: members.length,
    platCode: '',
  };
};

const send: Handler = (call) => {
  const { groupid } = call.body['reqBody'] as { readonly groupid: string };
  group(call, groupid);
  return { platCode: '' };
};

const unlink: Handler = (call) => {
  call.world.wechatGroups.unlink(group(call, text(call, 'groupid')));
  return {};
};

/** The calls about WeChat groups. */
export const wechatGroupHandlers: Readonly<Record<string, Handler>> = {
  '/relation/wxget_groupstatus': status,
  '/relation/wxget_groupinfo': membersAmong,
  '/relation/wxsend_groupmsg': send,
  '/relation/wxunlink_group': unlink,
};
