import type { pickApp } from './apps.js';
import { Deadline } from './deadline.js';
import { AbortedError, RequestError } from './errors.js';
import { finding, type Finding } from './finding.js';
import type { Interceptor } from './interceptor.js';
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
  /** Those of the client, and innermost what encrypts, where that is asked for. */
  readonly interceptors: readonly Interceptor[];
  /** To be ended with the call. */
  readonly deadline: Deadline;
}

/** What is said to whom asks for encryption and gives nothing to do it with. */
export const withoutCodec = 'needs the option bodyCodec';

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
  const findings: Finding[] = [];
  if (checks !== undefined)
    findings.push(...checks.call(given, path), ...checks.input(operation, input));
  const { encryption, interceptors } = settings;
  const encrypt = given.encrypt ?? settings.encrypt;
  if (encrypt && encryption === undefined)
    findings.push(finding('wrong-value', withoutCodec, '/options/encrypt', path));
  if (typeof picked === 'string')
    findings.push(finding('wrong-value', picked, '/options/platform', path));
  if (typeof picked === 'string' || findings.length > 0) throw new RequestError(path, findings);
  const [platform, app] = picked;
  const { timeout = settings.timeout, signal } = given;
  const wire = wireOf({ operation, input, app, platform, call: given }, settings);
  if (signal?.aborted === true)
    throw new AbortedError(path, 'aborted by the caller', { cause: signal.reason });
  const deadline = new Deadline(timeout, signal, settings.maxReplyBytes);
  return {
    operation,
    input,
    app,
    platform,
    call: given,
    query: wire.query,
    body: wire.body,
    settings,
    interceptors:
      encrypt && encryption !== undefined ? [...interceptors, encryption] : interceptors,
    deadline,
  };
}

/** The query and the body as text. What was not held against the catalogue may still defy them. */
function wireOf(parts: RequestParts, settings: Settings): Pick<ReadyCall, 'query' | 'body'> {
  const { operation } = parts;
  const refused = (findings: readonly Finding[], cause?: unknown): RequestError =>
    new RequestError(operation.path, findings, { cause });
  let wire: Pick<ReadyCall, 'query' | 'body'>;
  try {
    wire = { query: queryOf(parts, settings), body: bodyOf(parts) };
  } catch (cause) {
    const message = 'cannot be written as JSON or in a URL';
    throw refused([finding('wrong-type', message, '', operation.path)], cause);
  }
  const findings = settings.checks?.body(operation, wire.body ?? '') ?? [];
  if (findings.length > 0) throw refused(findings);
  return wire;
}
