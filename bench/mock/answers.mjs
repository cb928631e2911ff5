// @ts-check
import { exchange, target } from './exchange.mjs';
import { post } from './post.mjs';

/**
 * Throws where a server does not do what it is compared for: it has to answer the request, and to
 * refuse one that is wrong in what it looks at.
 * @param {string} origin
 * @param {readonly ('member' | 'signature')[]} refuses
 */
export async function holdAnswers(origin, refuses) {
  const answer = await post(origin + target(), exchange.body);
  if (!isRight(answer)) throw new Error(`answered ${answer.status} ${answer.text.slice(0, 200)}`);
  const { vip: _, ...lacking } = exchange.body;
  if (refuses.includes('member') && isRight(await post(origin + target(), lacking)))
    throw new Error('took a body that lacks a member');
  const forged = target().replace(/sig=./, 'sig=x');
  if (refuses.includes('signature') && isRight(await post(origin + forged, exchange.body)))
    throw new Error('took a wrong signature');
}

/** @param {{ status: number | undefined, text: string }} answer */
function isRight({ status, text }) {
  if (status !== 200) return false;
  const reply = JSON.parse(text);
  return reply.ret === 0 && Array.isArray(reply.lists) && reply.lists.length > 0;
}
