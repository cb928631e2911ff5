import {
  rateLimiter,
  type RateLimiter,
  type WholeOptions,
} from '../../../generated/client/index.js';
import { key } from './caller.js';
import { head, reply, statusReply, type Behaviour } from './server.js';

/** A call that comes to a stand: what the server does, and what the client is told. */
export interface Wait {
  readonly server?: Behaviour;
  readonly client?: Partial<WholeOptions>;
}

/** Makes such a call, which tells when it is there. */
export type Waiting = (reached: () => void) => Wait;

const forever = <T>(): Promise<T> => new Promise(() => undefined);

function withCodec(codec: Partial<NonNullable<WholeOptions['bodyCodec']>>): Partial<WholeOptions> {
  const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
  return { encrypt: true, bodyCodec: { encrypt: plain, decrypt: plain, ...codec } };
}

function withApp(app: Partial<NonNullable<WholeOptions['apps']['qq']>>): Partial<WholeOptions> {
  return { apps: { qq: { appid: '100000001', key, ...app } } };
}

/** Everything that a call waits for, in the order in which it does. */
export const waits: readonly (readonly [what: string, Waiting])[] = [
  [
    'for its turn',
    (reached) => {
      const limiter = rateLimiter({ requests: 1, seconds: 15, per: 'app' });
      void limiter.pass('A1', { remaining: Infinity, pause: forever }, '/nowhere');
      const pass: RateLimiter['pass'] = (...turn) => {
        reached();
        return limiter.pass(...turn);
      };
      return { client: withApp({ rateLimit: { pass } }) };
    },
  ],
  ['for a key', (reached) => ({ client: withApp({ key: () => (reached(), forever()) }) })],
  [
    'for encryption',
    (reached) => ({ client: withCodec({ encrypt: () => (reached(), forever()) }) }),
  ],
  [
    'for an interceptor that sends nothing',
    (reached) => ({ client: { interceptors: [() => (reached(), forever())] } }),
  ],
  ['for headers', (reached) => ({ server: { request: reached } })],
  [
    'for headers, of a server that does not read',
    (reached) => ({ server: { isDeaf: true, connect: reached } }),
  ],
  [
    'for the rest of the headers',
    (reached) => ({
      server: { request: (socket) => socket.write('HTTP/1.1 200 OK\r\nx: ', reached) },
    }),
  ],
  [
    'for the rest of the body',
    // More than fits in between: when it is written, the client has read of it.
    (reached) => ({
      client: { maxReplyBytes: 2 ** 30 },
      server: {
        request: (socket) => {
          socket.write(head('content-length: 100000000'));
          socket.write(Buffer.alloc(2 ** 25, ' '), reached);
        },
      },
    }),
  ],
  [
    'for an interceptor that has sent',
    (reached) => ({
      server: { request: reached },
      client: {
        interceptors: [
          async (request, next) => {
            const sent = next(request);
            await forever();
            return sent;
          },
        ],
      },
    }),
  ],
  [
    'for an interceptor that has a reply',
    (reached) => ({
      server: { request: (socket) => socket.write(reply('{"ret":0,"msg":""}')) },
      client: {
        interceptors: [
          async (request, next) => {
            await next(request);
            reached();
            return forever();
          },
        ],
      },
    }),
  ],
  [
    'for decryption',
    (reached) => ({
      server: { request: (socket) => socket.write(reply('{"ret":0,"msg":""}')) },
      client: withCodec({ decrypt: () => (reached(), forever()) }),
    }),
  ],
  [
    'to try again',
    (reached) => ({
      server: { request: (socket) => socket.write(statusReply('500 No', '')) },
      client: {
        retry: { baseDelay: 15_000, maxDelay: 15_000, random: () => 1 },
        observers: [() => ({ retry: reached })],
      },
    }),
  ],
];
