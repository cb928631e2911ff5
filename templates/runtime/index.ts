export { createClient, type CallOptions, type Client, type ClientOptions } from './client.js';
export {
  AbortedError,
  ApiError,
  HttpError,
  isErrorOf,
  MsdkError,
  NetworkError,
  ReplyError,
  RequestError,
  TimeoutError,
  type ErrorKind,
} from './errors.js';
export type { Action, CarriedBy, ErrorKey, ErrorTable, Retry } from './error-table.js';
export type { Operation, Platform } from './operation.js';
export type { App } from './request.js';
export type { Members, Shape } from './shape.js';
export { sign, type SigningKey } from './signature.js';
