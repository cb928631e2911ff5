// @ts-check
import { signed } from './signed.mjs';

/** @typedef {import('./soak-lane.mjs').Step} Step */

/** Queries as signed within this second, by appid: the soak measures the server, not our MD5. */
const queries = { second: 0, byAppid: new Map() };

const headers = { 'content-type': 'application/json' };

/**
 * Sends a step and gives what is wrong with the answer; undefined where nothing is.
 * @param {import('undici').Client} client
 * @param {Step} step
 * @param {string} passed a text of this call alone, which has to come back
 */
export async function take(client, step, passed) {
  const path = `${step.path}?${queryOf(step)}&openid=${step.openid}&msdkExtInfo=${passed}`;
  const value = typeof step.body === 'function' ? step.body() : step.body;
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  const response = await client.request({ path, method: 'POST', headers, body });
  const text = await response.body.text();
  if (isRight(step, passed, response.statusCode, text)) return undefined;
  return `${step.path}, ret ${step.ret ?? 'as it may be'} expected: ${response.statusCode} ${text.trim().slice(0, 300)}`;
}

/** @param {Step} step */
function queryOf({ app, forged = false }) {
  const second = Math.floor(Date.now() / 1000);
  if (second !== queries.second) queries.byAppid.clear();
  queries.second = second;
  const query = queries.byAppid.get(app.appid) ?? signed(app);
  queries.byAppid.set(app.appid, query);
  return forged ? query.replace(/sig=./, 'sig=x') : query;
}

/** @param {Step} step @param {string} passed @param {number} status @param {string} text */
function isRight({ ret, holds = () => true }, passed, status, text) {
  try {
    const reply = JSON.parse(text);
    const isExpected = ret === undefined || reply.ret === ret;
    return status === 200 && isExpected && reply.msdkExtInfo === passed && holds(reply);
  } catch {
    return false; // no JSON, or not the members that are looked at
  }
}
