import type { ErrorKey, ErrorTable, Failure, KnownError } from './error-table.js';
import { findError, type Action, type Retry } from './error-table.js';
import type { Operation } from './operation.js';

/** What went wrong, for a `switch`. */
export type ErrorKind = 'request' | 'network' | 'timeout' | 'aborted' | 'http' | 'reply' | 'api';

/** Anything that a call can end in other than its reply. Its text holds no secret. */
export abstract class MsdkError extends Error {
  override name = 'MsdkError';
  abstract readonly kind: ErrorKind;
  /** The endpoint that was called. */
  readonly path: string;
  constructor(path: string, message: string, options?: ErrorOptions) {
    super(`${path}: ${message}`, options);
    this.path = path;
  }
}

/** The call cannot be made as asked; nothing was sent. */
export class RequestError extends MsdkError {
  override name = 'RequestError';
  readonly kind = 'request';
}

/** No reply came: the connection failed. */
export class NetworkError extends MsdkError {
  override name = 'NetworkError';
  readonly kind = 'network';
}

/** No reply came in time. */
export class TimeoutError extends MsdkError {
  override name = 'TimeoutError';
  readonly kind = 'timeout';
}

/** The caller's signal ended the call. */
export class AbortedError extends MsdkError {
  override name = 'AbortedError';
  readonly kind = 'aborted';
}

/** The reply's HTTP status is not 200. */
export class HttpError extends MsdkError {
  override name = 'HttpError';
  readonly kind = 'http';
  readonly status: number;
  constructor(path: string, status: number) {
    super(path, `HTTP status ${status}`);
    this.status = status;
  }
}

/** The reply is not what the endpoint answers. */
export class ReplyError extends MsdkError {
  override name = 'ReplyError';
  readonly kind = 'reply';
  /** Not a member of its own: a reply may hold tokens, and what is logged shows members. */
  readonly #body: string;
  constructor(path: string, message: string, body: string, options?: ErrorOptions) {
    super(path, message, options);
    this.#body = body.slice(0, 2048);
  }

  /** The beginning of the reply, at most 2,048 characters. It may hold tokens: do not log it. */
  get body(): string {
    return this.#body;
  }
}

/** The endpoint answered that it failed: with HTTP status 200 and a `ret` other than 0. */
export class ApiError<Code extends number = number> extends MsdkError {
  override name = 'ApiError';
  readonly kind = 'api';
  readonly ret: number;
  /** The most telling number: platCode, else the platform's code inside the text, else ret. */
  readonly code: Code | (number & {});
  /** The error text as sent. */
  readonly text: string;
  readonly platformCode: number | undefined;
  readonly platCode: number | undefined;
  readonly errType: number | undefined;
  readonly msdkExtInfo: string | undefined;
  /** The table that knows the error, undefined where none does. */
  readonly table: string | undefined;
  /** The row of the table: a code, a range, or words. */
  readonly key: ErrorKey | undefined;
  readonly action: Action | undefined;
  readonly retry: Retry | undefined;

  constructor(path: string, failure: Failure, known: KnownError | undefined, msdkExtInfo?: string) {
    super(path, `ret ${failure.ret}, ${JSON.stringify(failure.text.slice(0, 200))}`);
    this.ret = failure.ret;
    this.code = mostTelling(failure);
    this.text = failure.text;
    this.platformCode = failure.wrapped;
    this.platCode = failure.platCode;
    this.errType = failure.errType;
    this.msdkExtInfo = msdkExtInfo;
    this.table = known?.table;
    this.key = known?.key;
    this.action = known?.action;
    this.retry = known?.retry;
  }
}

function mostTelling({ platCode, wrapped, ret }: Failure): number {
  return platCode !== undefined && platCode !== 0 ? platCode : (wrapped ?? ret);
}

/** The error that a reply with a `ret` other than 0 stands for. */
export function apiErrorOf(
  operation: Operation<object, object, number>,
  ret: number,
  reply: Readonly<Record<string, unknown>>,
): ApiError {
  const text = textOf(reply[operation.envelope] ?? reply['msg'] ?? reply['message']);
  const failure: Failure = {
    ret,
    text,
    wrapped: ret === -10000 || ret === -20000 ? wrappedCode(text) : undefined,
    platCode: numberOf(reply['platCode']),
    detail: detailCode(text),
    errType: numberOf(reply['err_type']),
  };
  const tables: readonly ErrorTable[] = operation.errors;
  const passed = reply['msdkExtInfo'];
  const known = findError(tables, failure);
  return new ApiError(
    operation.path,
    failure,
    known,
    typeof passed === 'string' ? passed : undefined,
  );
}

/** The number before the first comma; commas in the text after it belong to the text. */
function wrappedCode(text: string): number | undefined {
  return numberOf(text.split(',', 1)[0]?.trim());
}

/** The number after `ret:`; a negative one is the unsigned byte that the tables list, less 256 (errors-zh:314-346). */
function detailCode(text: string): number | undefined {
  const code = numberOf(/\bret:\s*(-?\d+)/.exec(text)?.[1]);
  return code !== undefined && code < 0 ? code + 256 : code;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** Whether an error is the endpoint's own answer, with the codes that its tables list. */
export function isErrorOf<Code extends number>(
  operation: { readonly path: string; readonly types?: { readonly code: Code } },
  error: unknown,
): error is ApiError<Code> {
  return error instanceof ApiError && error.path === operation.path;
}
