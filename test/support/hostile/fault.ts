import type { Socket } from 'node:net';
import type { ErrorKind } from '../../../generated/client/index.js';
import type { Behaviour } from './server.js';

/** What an error has to be. */
export interface Expected {
  readonly kind: ErrorKind;
  readonly sent?: boolean;
  readonly status?: number;
  readonly ret?: number;
  readonly pointer?: string | undefined;
  readonly body?: string;
}

/** What a hostile server does, and what a call has to end in. */
export interface Fault extends Behaviour {
  /** The end of a sentence: "by ...". */
  readonly name: string;
  /** Over `fetch` too, unless that is said to differ. */
  readonly expected: Expected;
  readonly overFetch?: Expected;
}

/** A fault that a server commits when it has read the request. */
export function fault(
  name: string,
  expected: Expected,
  request: (socket: Socket) => void,
  overFetch: Expected = expected,
): Fault {
  return { name, expected, request, overFetch };
}

/** A fault that is one whole reply. */
export function wrongReply(
  name: string,
  expected: Expected,
  whole: string | Uint8Array,
  overFetch: Expected = expected,
): Fault {
  return fault(name, expected, (socket) => socket.write(whole), overFetch);
}

/** No reply came, and the server may have received the request. */
export const lost: Expected = { kind: 'network', sent: true };
/** The call took all of its time. */
export const late: Expected = { kind: 'timeout' };
/** What came is no reply. */
export const unreadable: Expected = { kind: 'reply', pointer: undefined };
