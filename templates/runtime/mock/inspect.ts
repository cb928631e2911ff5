import { verdictOn } from '../../validators/validate.js';
import { sign } from '../signature.js';
import type { MockOperation } from './operation.js';
import { refusals } from './refusal.js';

/** A game as the mock knows it: its appid, and the keys by the value of encode that chooses them. */
export interface MockApp {
  readonly appid: string;
  readonly appkey?: string;
  readonly msdkkey?: string;
}

/** Whom the mock lets in. */
export interface Admission {
  /** Anyone, whatever the signature. */
  readonly anyKey: boolean;
  readonly apps: readonly MockApp[];
}

const fixedParameters = ['timestamp', 'appid', 'sig', 'encode'] as const;

/** Looks at a request as the server's layers do, from the outside in; throws a `Refusal` at the first thing wrong. */
export function inspect(
  operation: MockOperation,
  query: URLSearchParams,
  body: string,
  admission: Admission,
): void {
  for (const name of [...fixedParameters, ...operation.query])
    if ((query.get(name) ?? '') === '') throw refusals.parameterMissing(name);
  admit(operation, query, admission);
  if (operation.hasBody) inspectBody(operation, body);
}

function admit(
  operation: MockOperation,
  query: URLSearchParams,
  { anyKey, apps }: Admission,
): void {
  const appid = query.get('appid') ?? '';
  if (appid.startsWith('G_') && !operation.platforms.includes('guest'))
    throw refusals.guestRefused();
  if (anyKey) return;
  const app = apps.find((known) => known.appid === appid);
  if (app === undefined) throw refusals.appidUnknown();
  const key = query.get('encode') === '1' ? app.appkey : app.msdkkey;
  if (key === undefined || sign(key, query.get('timestamp') ?? '') !== query.get('sig'))
    throw refusals.signatureWrong();
}

function inspectBody(operation: MockOperation, body: string): void {
  if (body.trim() === '') throw refusals.bodyEmpty();
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw refusals.bodyNotJson();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusals.bodyNotJson();
  const verdict = verdictOn(operation.validator, 'request', value);
  if (verdict.ok) return;
  // The server takes members that it does not know (field-notes:22).
  const wrong = verdict.findings.find(({ code }) => code !== 'unknown-member');
  if (wrong !== undefined)
    throw refusals.memberWrong(wrong.code === 'missing-member' ? '' : wrong.pointer);
}
