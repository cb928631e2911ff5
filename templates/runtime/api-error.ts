import {
  findError,
  type Action,
  type ErrorKey,
  type Failure,
  type KnownError,
  type Retry,
} from './error-table.js';
import {
  MsdkError,
  type AbortedError,
  type HttpError,
  type NetworkError,
  type ReplyError,
  type RequestError,
  type TimeoutError,
} from './errors.js';
import { failureOf } from './failure.js';
import type { AnyOperation } from './operation.js';
import { textOf } from './text.js';

/** What an error means, and what the documents advise. */
export interface Explanation {
  readonly meaning: string;
  readonly advice: string | undefined;
}

/** Finds the words for an error by its table and key; undefined where there are none. */
export type Explain = (known: Pick<KnownError, 'table' | 'key'>) => Explanation | undefined;

/** The endpoint answered that it failed: with HTTP status 200 and a `ret` other than 0. */
export class ApiError<Code extends number = number> extends MsdkError {
  override name = 'ApiError';
  readonly kind = 'api';
  readonly ret: number;
  /** The most telling number: platCode, else the platform's code inside the text, else ret. */
  readonly code: Code | (number & {});
  /** The error text as sent, save that a secret of the request is masked in it. */
  readonly text: string;
  /** The platform's code from before the first comma of the text, where ret says that it is there. */
  readonly platformCode: number | undefined;
  readonly platCode: number | undefined;
  readonly errType: number | undefined;
  readonly msdkExtInfo: string | undefined;
  /** The table that knows the error, undefined where none does. */
  readonly table: string | undefined;
  /** The row of the table: a code, a range, or words. */
  readonly key: ErrorKey | undefined;
  readonly action: Action | undefined;
  /** Whether the same request may be sent again. */
  readonly retry: Retry | undefined;
  /** What it means, in the language that the client was told; undefined where it was told none. */
  readonly meaning: string | undefined;
  readonly advice: string | undefined;

  constructor(
    endpoint: string,
    failure: Failure,
    known?: KnownError,
    explanation?: Explanation,
    msdkExtInfo?: string,
  ) {
    const { ret, text, platCode, wrapped } = failure;
    const meaning = explanation && `: ${explanation.meaning}`;
    super(endpoint, `ret ${ret}, ${JSON.stringify(text.slice(0, 200))}${meaning ?? ''}`);
    this.ret = ret;
    this.code = platCode || (wrapped ?? ret);
    this.text = text;
    this.platformCode = wrapped;
    this.platCode = platCode;
    this.errType = failure.err_type;
    this.msdkExtInfo = msdkExtInfo;
    this.table = known?.table;
    this.key = known?.key;
    this.action = known?.action;
    this.retry = known?.retry;
    this.meaning = explanation?.meaning;
    this.advice = explanation?.advice;
  }
}

/** Everything that a call to an endpoint can end in other than its reply, told apart by `kind`. */
export type CallError<Code extends number = number> =
  | RequestError
  | NetworkError
  | TimeoutError
  | AbortedError
  | HttpError
  | ReplyError
  | ApiError<Code>;

/** The error that a reply with a `ret` other than 0 stands for. */
export function apiErrorOf(
  operation: AnyOperation,
  ret: number,
  reply: Readonly<Record<string, unknown>>,
  mask: (text: string) => string,
  explain: Explain | undefined,
): ApiError {
  const failure = failureOf(ret, reply, operation.envelope);
  const known = findError(operation.errors, failure);
  const passed = reply['msdkExtInfo'];
  return new ApiError(
    operation.path,
    { ...failure, text: mask(failure.text) },
    known,
    known && explain?.(known),
    passed === undefined ? passed : mask(textOf(passed)),
  );
}

/** Whether an error is the endpoint's own answer, with the codes that its tables list. */
export function isErrorOf<Code extends number>(
  operation: { readonly path: string; readonly types?: { readonly code: Code } },
  error: unknown,
): error is ApiError<Code> {
  return error instanceof ApiError && error.endpoint === operation.path;
}
