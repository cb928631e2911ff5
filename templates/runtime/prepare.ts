import type { CallError } from './api-error.js';
import type { pickApp } from './apps.js';
import { Deadline } from './deadline.js';
import { AbortedError, MsdkError, RequestError } from './errors.js';
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
export const withoutCodec = 'needs a bodyCodec';

/** What a call was refused with, as an error that calls end in. */
export function refusalOf({ path }: AnyOperation, cause: unknown): CallError {
  if (cause instanceof MsdkError) return cause as CallError;
  const message = 'cannot be written as JSON or URL';
  return new RequestError(path, [finding('wrong-type', message, '', path)], { cause });
}

/** Decides everything about a call, or throws a {@link RequestError} with every finding. */
export function prepareCall(
  settings: Settings,
  operation: AnyOperation,
  given: unknown,
  options: CallOptions | null,
  picked: ReturnType<typeof pickApp>,
): ReadyCall {
  const call = options ?? {};
  const { path } = operation;
  const { checks, encryption, interceptors } = settings;
  // What is looked at here is what is sent, whatever becomes of the caller's object.
  const input = (Array.isArray(given) ? given : { ...(given as object) }) as RequestParts['input'];
  const findings: Finding[] = [];
  if (checks !== undefined)
    findings.push(...checks.call(options, path), ...checks.input(operation, input));
  const encrypt = call.encrypt ?? settings.encrypt;
  if (encrypt && encryption === undefined)
    findings.push(finding('wrong-value', withoutCodec, '/options/encrypt', path));
  if (typeof picked === 'string')
    findings.push(finding('wrong-value', picked, '/options/platform', path));
  if (typeof picked === 'string' || findings.length > 0) throw new RequestError(path, findings);
  const [platform, app] = picked;
  const parts = { operation, input, app, platform, call };
  const query = queryOf(parts, settings);
  const body = bodyOf(parts);
  findings.push(...(checks?.body(operation, body ?? '') ?? []));
  if (findings.length > 0) throw new RequestError(path, findings);
  const { timeout = settings.timeout, signal } = call;
  if (signal?.aborted === true) throw new AbortedError(path, 'aborted', { cause: signal.reason });
  return {
    operation,
    input,
    app,
    platform,
    call,
    settings,
    query,
    body,
    interceptors: encrypt && encryption ? [...interceptors, encryption] : interceptors,
    deadline: new Deadline(timeout, signal, settings.maxReplyBytes),
  };
}
