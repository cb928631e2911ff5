import type { pickApp } from './apps.js';
import { withoutCodec, type BodyCodec } from './body-codec.js';
import { Deadline } from './deadline.js';
import { AbortedError, RequestError } from './errors.js';
import { finding, type Finding } from './finding.js';
import type { AnyOperation } from './operation.js';
import type { CallOptions } from './options.js';
import { bodyOf, queryOf, type RequestParts } from './request.js';
import type { Settings } from './settings.js';

/** A call that may be made: all is decided, save the time and the key of each attempt. */
export interface ReadyCall extends RequestParts {
  readonly settings: Settings;
  /** All of the query that is not signature. */
  readonly query: string;
  /** The text of the body, where there is one. */
  readonly body: string | undefined;
  /** What encrypts the body and decrypts the reply; undefined where neither is asked for. */
  readonly codec: BodyCodec | undefined;
  /** To be ended with the call. */
  readonly deadline: Deadline;
}

/** Decides everything about a call, or throws a {@link RequestError} with every finding. */
export function prepareCall(
  settings: Settings,
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  given: CallOptions,
  picked: ReturnType<typeof pickApp>,
): ReadyCall {
  const { path } = operation;
  const { checks } = settings;
  const findings =
    checks === undefined ? [] : [...checks.call(given, path), ...checks.input(operation, input)];
  const codec = (given.encrypt ?? settings.encrypt) ? settings.bodyCodec : undefined;
  if ((given.encrypt ?? settings.encrypt) && codec === undefined)
    findings.push(finding('wrong-value', withoutCodec, '/options/encrypt', path));
  if (typeof picked === 'string')
    findings.push(finding('wrong-value', picked, '/options/platform', path));
  if (typeof picked === 'string' || findings.length > 0) throw new RequestError(path, findings);
  const [platform, app] = picked;
  const call = { ...given, conn: given.conn ?? settings.conn };
  const parts = { operation, input, app, platform, call };
  const wire = wireOf(parts, settings);
  const deadline = deadlineOf(path, call.timeout ?? settings.timeout, call.signal);
  return { ...parts, ...wire, settings, codec, deadline };
}

/** The query and the body as text. What was not held against the catalogue may still defy them. */
function wireOf(
  parts: RequestParts,
  { encode, checks }: Settings,
): Pick<ReadyCall, 'query' | 'body'> {
  const { operation } = parts;
  const refused = (findings: readonly Finding[], cause?: unknown): RequestError =>
    new RequestError(operation.path, findings, { cause });
  let wire: Pick<ReadyCall, 'query' | 'body'>;
  try {
    wire = { query: queryOf(parts, encode), body: bodyOf(parts) };
  } catch (cause) {
    const message = 'has a value that neither JSON nor a URL can carry';
    throw refused([finding('wrong-type', message, '', operation.path)], cause);
  }
  const findings = checks?.body(operation, wire.body ?? '') ?? [];
  if (findings.length > 0) throw refused(findings);
  return wire;
}

function deadlineOf(path: string, timeout: number, signal: AbortSignal | undefined): Deadline {
  if (signal?.aborted === true)
    throw new AbortedError(path, 'aborted by the caller', { cause: signal.reason });
  return new Deadline(timeout, signal);
}
