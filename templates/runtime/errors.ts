import { findingLines, type Finding } from './finding.js';

/** What went wrong, for a `switch`. */
export type ErrorKind = 'request' | 'network' | 'timeout' | 'aborted' | 'http' | 'reply' | 'api';

/** Anything that a call can end in other than its reply. What a log shows of it holds no secret. */
export abstract class MsdkError extends Error {
  override name = 'MsdkError';
  abstract readonly kind: ErrorKind;
  /** The path of the endpoint that was called; empty where a client could not be made. */
  readonly endpoint: string;
  constructor(endpoint: string, message: string, options?: ErrorOptions) {
    super(endpoint === '' ? message : `${endpoint}: ${message}`, options);
    this.endpoint = endpoint;
  }
}

/** The call cannot be made as asked; nothing was sent. */
export class RequestError extends MsdkError {
  override name = 'RequestError';
  readonly kind = 'request';
  /** Everything that is wrong, each with its place. */
  readonly findings: readonly Finding[];
  constructor(endpoint: string, findings: readonly Finding[], options?: ErrorOptions) {
    super(endpoint, `not sent: ${findingLines(findings)}`, options);
    this.findings = findings;
  }
}

/** No reply came: the connection failed. */
export class NetworkError extends MsdkError {
  override name = 'NetworkError';
  readonly kind = 'network';
  /** Whether the server may have received the request; false where no connection was made. */
  readonly sent: boolean;
  constructor(endpoint: string, message: string, sent: boolean, options?: ErrorOptions) {
    super(endpoint, message, options);
    this.sent = sent;
  }
}

/** No reply came in time. */
export class TimeoutError extends MsdkError {
  override name = 'TimeoutError';
  readonly kind = 'timeout';
}

/** The caller's signal ended the call; `cause` is the signal's reason. */
export class AbortedError extends MsdkError {
  override name = 'AbortedError';
  readonly kind = 'aborted';
}

/** An error that has seen what the server sent. */
export abstract class AnsweredError extends MsdkError {
  /** Not a member of its own: a reply may hold tokens, and what is logged shows members. */
  readonly #body: string;
  constructor(endpoint: string, message: string, body: string, options?: ErrorOptions) {
    super(endpoint, message, options);
    this.#body = body.slice(0, 2048);
  }

  /** The beginning of what was sent, at most 2,048 characters. It may hold tokens: do not log it. */
  get body(): string {
    return this.#body;
  }
}

/** The reply's HTTP status is not 200. */
export class HttpError extends AnsweredError {
  override name = 'HttpError';
  readonly kind = 'http';
  readonly status: number;
  constructor(endpoint: string, status: number, body: string) {
    super(endpoint, `HTTP status ${status}`, body);
    this.status = status;
  }
}

/** The reply is not what the endpoint answers. */
export class ReplyError extends AnsweredError {
  override name = 'ReplyError';
  readonly kind = 'reply';
  /** JSON Pointer (RFC 6901) of what could not be read; undefined where the whole could not. */
  readonly pointer: string | undefined;
  constructor(endpoint: string, message: string, body: string, pointer?: string) {
    super(endpoint, message, body);
    this.pointer = pointer;
  }
}
