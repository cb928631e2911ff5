// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../peers.mjs';
import { qq, signed } from './signed.mjs';

const [endpoint, example] = ['/profile/query_vip', 'four-memberships'];

const openapi = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'));
const { requestBody, responses } = openapi.paths[endpoint].post;

/** The endpoint's documented example: what every server is sent, and what a constant answer is. */
export const exchange = {
  endpoint,
  /** @type {{ openid: string, vip?: number }} */
  body: { ...valueIn(requestBody), appid: qq.appid },
  /** @type {{ ret: number, lists: unknown[] }} */
  reply: valueIn(responses['200']),
};

/** Path and query of the request, signed now. */
export const target = () => `${endpoint}?${signed(qq)}&openid=${exchange.body.openid}`;

/** @param {{ content: any }} part */
function valueIn({ content }) {
  return content['application/json'].examples[example].value;
}
