import type { MockReply, MockRequest } from '../../../templates/runtime/mock/exchange.js';
import type { Knowledge } from '../../validate/knowledge.js';
import { isObject } from '../../validate/is-object.js';
import { MatchKeys } from './match-key.js';
import type { Recorded } from './read-recording.js';
import { targetParts } from '../target.js';

/** Answers from what was recorded. */
export interface Replay {
  /**
   * The recorded reply to such a request; undefined where none was recorded. Of several, each is given
   * once in the order of the recording, and the last of them from then on.
   */
  readonly answer: (request: MockRequest) => MockReply | undefined;
  /** Back to the first recorded replies. */
  readonly reset: () => void;
}

/** Makes a replay of these recorded replies. */
export function createReplay(recorded: readonly Recorded[], knowledge: Knowledge): Replay {
  const keys = new MatchKeys(knowledge);
  const byKey = new Map<string, Recorded[]>();
  for (const one of recorded) {
    const key = keys.of(one);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [one]);
    else same.push(one);
  }
  const given = new Map<string, number>();
  return {
    answer({ target, body }) {
      if (typeof body !== 'string') return undefined;
      const { path, query } = targetParts(target);
      const key = keys.of({ endpoint: path, query, request: body });
      const replies = byKey.get(key);
      if (replies === undefined) return undefined;
      const count = given.get(key) ?? 0;
      given.set(key, count + 1);
      const reply = replies[Math.min(count, replies.length - 1)];
      const passed = new URLSearchParams(query).get('msdkExtInfo') ?? undefined;
      return reply && replyOf(reply, passed);
    },
    reset: () => given.clear(),
  };
}

function replyOf(
  { status, contentType, response }: Recorded,
  passed: string | undefined,
): MockReply {
  return {
    status,
    headers: { 'content-type': contentType ?? 'application/json; charset=utf-8' },
    body: bodyOf(response, passed),
  };
}

/** A recorded reply with what the request passes through in place of what the recorded one did. */
function bodyOf(response: unknown, passed: string | undefined): string {
  if (response === undefined) return '';
  const value = typeof response === 'string' ? parsed(response) : response;
  const isAsRecorded = !isObject(value) || value['msdkExtInfo'] === passed;
  if (isAsRecorded && typeof response === 'string') return response;
  if (isAsRecorded) return `${JSON.stringify(value)}\n`;
  const { msdkExtInfo: _, ...rest } = value;
  const whole = passed === undefined ? rest : { ...rest, msdkExtInfo: passed };
  return `${JSON.stringify(whole)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
