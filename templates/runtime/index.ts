export {
  ApiError,
  isErrorOf,
  type CallError,
  type Explain,
  type Explanation,
} from './api-error.js';
export type { App, Apps, PlatformsOf } from './apps.js';
export { encryption, type BodyCodec } from './body-codec.js';
export { Call, type Answer, type Result } from './call.js';
export { validateInput } from './check-input.js';
export { argumentChecks, type ArgumentChecks } from './checks.js';
export { createClient, type Client } from './client.js';
export { isDegraded } from './degraded.js';
export { warnOnce, type DeprecationNotice } from './deprecation.js';
export {
  AbortedError,
  HttpError,
  MsdkError,
  NetworkError,
  ReplyError,
  RequestError,
  TimeoutError,
  type ErrorKind,
} from './errors.js';
export type { Action, CarriedBy, ErrorKey, ErrorTable, Retry } from './error-table.js';
export type { Finding } from './finding.js';
export * from './helpers/index.js';
export type { InputSchema } from './input-schema.js';
export type { AttemptContext, Interceptor } from './interceptor.js';
export {
  observers,
  type AttemptEnd,
  type CallEnd,
  type CallObserver,
  type CallReporter,
  type CallStart,
  type Observe,
  type Observer,
  type RetryNotice,
} from './observe.js';
export type { AnyOperation, Callable, Deprecation, Operation, Platform } from './operation.js';
export type {
  Address,
  CallOptions,
  ClientOptions,
  CommonOptions,
  WholeOptions,
} from './options.js';
export { rateLimiter, type RateLimit, type RateLimiter } from './rate-limit.js';
export {
  isRetryable,
  retries,
  type RetryableOperation,
  type RetryOptions,
  type RetryPolicy,
} from './retry.js';
export type { ObjectShape, Shape } from './shape.js';
export { sign, type SigningKey } from './signature.js';
export { fetchTransport, inProcessTransport, type Fetch } from './transport/fetch.js';
export { platformTransport } from './transport/default.js';
export {
  NotSent,
  ReplyRefused,
  type ExchangeLimits,
  type HttpReply,
  type HttpRequest,
  type Transport,
} from './transport/transport.js';
export { undiciTransport, type UndiciDispatcher } from './transport/undici.js';
export { wholeClientOptions } from './whole.js';
