import { verdictOn } from '../../validators/validate.js';
import type { Finding } from '../../validators/validate.js';
import type { MockRequest } from './exchange.js';
import { isTooDeep } from './nesting.js';
import type { MockOperation } from './operation.js';
import { refusals } from './refusal.js';

type Json = Readonly<Record<string, unknown>>;

/** What stands in a body as JSON, or its text where it is none or nested too deeply; undefined where it is empty or unreadable. */
export function parsed(body: MockRequest['body']): unknown {
  if (typeof body !== 'string' || body === '') return undefined;
  if (isTooDeep(body)) return body;
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
  const given = value as Json;
  // An empty text is as good as none: so the one reply that was captured (field-notes:6, general-zh:67).
  if (operation.filled.some((name) => given[name] === '')) throw refusals.memberEmpty();
  const first = verdictOn(operation.validator, 'request', given);
  if (first.ok) return given;
  const read = strictTypes ? given : withDeclaredTypes(given, first.findings);
  const verdict = read === given ? first : verdictOn(operation.validator, 'request', read);
  const wrong = verdict.ok
    ? undefined
    : // The server takes members that it does not know (field-notes:22).
      verdict.findings.find(({ code }) => code !== 'unknown-member');
  if (wrong === undefined) return read;
  throw wrong.code === 'missing-member'
    ? refusals.memberEmpty()
    : refusals.memberWrong(wrong.pointer);
}

/**
 * The body with its members in their declared types, where callers send them in others: digits for a number,
 * a number for an appid, the JSON text of an array (field-notes:20-21), null or nothing for what may be left out.
 */
function withDeclaredTypes(body: Json, findings: readonly Finding[]): Json {
  const read = structuredClone(body);
  for (const { code, pointer } of findings) {
    if (code !== 'wrong-type') continue;
    const names = pointer.slice(1).split('/').map(unescaped);
    const name = names.pop() ?? '';
    const parent = names.reduce<unknown>((value, step) => memberOf(value, step), read);
    const value = memberOf(parent, name);
    const target = parent as Record<string, unknown>;
    if (value === null || value === '') Reflect.deleteProperty(target, name);
    else if (typeof value === 'string') target[name] = fromText(value);
    else if (typeof value === 'number' && name === 'appid') target[name] = String(value);
  }
  return read;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
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
