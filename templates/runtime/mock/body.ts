import { verdictOn } from '../../validators/validate.js';
import type { Finding } from '../../validators/validate.js';
import { refusal } from './call.js';
import type { MockRequest } from './exchange.js';
import { tooLongCodes } from './handlers/too-long.js';
import { isDeeperThan } from './nesting.js';
import type { MockOperation } from './operation.js';
import { memberOf, stepsOf } from './pointer.js';
import { refusals } from './refusal.js';

/** Lists and objects in one another past which a body is not looked at: walking it could exhaust the stack. */
const deepest = 500;

type Json = Readonly<Record<string, unknown>>;

/** What stands in a body as JSON, or its text where it is none or nested too deeply; undefined where it is empty or unreadable. */
export function parsed(body: MockRequest['body']): unknown {
  if (typeof body !== 'string' || body === '') return undefined;
  if (isDeeperThan(deepest, body)) return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/**
 * Reads a body as the logic layer does, whatever its content type says (field-notes:12); throws a `Refusal`
 * at the first thing wrong. The result has the declared types.
 */
export function readBody(
  operation: MockOperation,
  body: MockRequest['body'],
  value: unknown,
  strictTypes: boolean,
): Json {
  if (!operation.hasBody) return {};
  if (typeof body !== 'string')
    throw body.unreadable === 'not-utf-8' ? refusals.bodyNotJson() : refusals.messageUnreadable();
  if (body.trim() === '') throw refusals.bodyEmpty();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusals.bodyNotJson();
  const given = withLists(operation, value as Json);
  // An empty text is as good as none: so the one reply that was captured (field-notes:6, general-zh:67).
  if (operation.filled.some((name) => given[name] === '')) throw refusals.memberEmpty();
  const first = verdictOn(operation.validator, 'request', given);
  if (first.ok) return given;
  const [read, wrong] = strictTypes
    ? [given, wrongIn(first.findings)]
    : readLoosely(operation, given, first.findings);
  if (wrong === undefined) return read;
  if (wrong.code === 'too-long') throw tooLong(operation, wrong.pointer);
  throw wrong.code === 'missing-member'
    ? refusals.memberEmpty()
    : refusals.memberWrong(wrong.pointer);
}

/** The body with those lists as lists that callers also send as their JSON text (field-notes:21). */
function withLists({ textLists }: MockOperation, body: Json): Json {
  if (textLists.length === 0) return body;
  const read: Record<string, unknown> = { ...body };
  for (const name of textLists) {
    const value = body[name];
    if (value === undefined) continue;
    const list = typeof value === 'string' ? parsed(value) : value;
    if (value === '' || (Array.isArray(list) && list.length === 0)) throw refusals.memberEmpty();
    if (!Array.isArray(list)) throw refusals.memberWrong(`/${name}`);
    read[name] = list;
  }
  return read;
}

/** The first thing wrong that the server minds: it takes members that it does not know (field-notes:22). */
function wrongIn(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ code }) => code !== 'unknown-member');
}

/** A body in its declared types, and what is wrong with it all the same. */
function readLoosely(
  operation: MockOperation,
  given: Json,
  findings: readonly Finding[],
): [read: Json, wrong: Finding | undefined] {
  const typed = withDeclaredTypes(given, findings);
  const verdict = verdictOn(operation.validator, 'request', typed);
  const wrong = verdict.ok ? undefined : wrongIn(verdict.findings);
  if (verdict.ok || wrong?.code !== 'wrong-value') return [typed, wrong];
  // A value that is in no list does as if there were none, where it may be left out (server-en:446).
  const without = structuredClone(typed);
  for (const { code, pointer } of verdict.findings)
    if (code === 'wrong-value') Reflect.deleteProperty(without, pointer.slice(1));
  const rest = verdictOn(operation.validator, 'request', without);
  const left = rest.ok ? undefined : wrongIn(rest.findings);
  return left === undefined ? [without, undefined] : [typed, wrong];
}

/** How a text is refused that is too long: by the endpoint's own code where it has one. */
function tooLong(operation: MockOperation, pointer: string): Error {
  const codes = tooLongCodes.get(operation.path);
  if (codes === undefined) return refusals.memberWrong(pointer);
  return refusal({ operation }, pointer === '' ? codes.body : codes.member);
}

/**
 * The body with its members in their declared types, where callers send them in others: digits for a number,
 * a number for an appid, the JSON text of an array (field-notes:20-21), null or nothing for what may be left out.
 */
function withDeclaredTypes(body: Json, findings: readonly Finding[]): Json {
  const read = structuredClone(body);
  for (const { code, pointer } of findings) {
    if (code !== 'wrong-type') continue;
    const names = stepsOf(pointer);
    const name = names.pop() ?? '';
    const parent = names.reduce<unknown>(memberOf, read);
    const value = memberOf(parent, name);
    const target = parent as Record<string, unknown>;
    if (value === null || value === '') Reflect.deleteProperty(target, name);
    else if (typeof value === 'string') target[name] = fromText(value);
    else if (typeof value === 'number' && name === 'appid') target[name] = String(value);
  }
  return read;
}

function fromText(text: string): unknown {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  if (!text.startsWith('[')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
