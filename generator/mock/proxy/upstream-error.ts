/** Why the service gave no reply that can be passed on. */
export type UpstreamFault =
  | 'time-out'
  | 'too-large'
  | 'not-utf-8'
  | 'bad-encoding'
  | 'bad-request'
  | { readonly code: string };

/** The service gave no reply that can be passed on. It tells nothing of the request. */
export class UpstreamError extends Error {
  override name = 'UpstreamError';
  readonly fault: UpstreamFault;
  constructor(fault: UpstreamFault) {
    super(wordsOf(fault));
    this.fault = fault;
  }

  /** The HTTP status to tell it with. */
  get status(): 400 | 502 | 504 {
    const { fault } = this;
    if (fault === 'bad-request') return 400;
    const isLate =
      fault === 'time-out' || (typeof fault === 'object' && fault.code === 'ETIMEDOUT');
    return isLate ? 504 : 502;
  }
}

const own: Readonly<Record<Extract<UpstreamFault, string>, string>> = {
  'time-out': 'it did not answer in time',
  'too-large': 'its reply is too large',
  'not-utf-8': 'its reply is not UTF-8',
  'bad-encoding': 'its reply is compressed in a way that cannot be read',
  'bad-request': 'the request cannot be sent as it is',
};

const ofSystem: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke',
  EPIPE: 'the connection broke',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name server does not answer',
  ETIMEDOUT: 'the connection could not be made in time',
  EHOSTUNREACH: 'the host cannot be reached',
  EPROTO: 'TLS failed',
  ENETUNREACH: 'the network cannot be reached',
};

/** Only the code is told: the texts of errors may quote a request. */
function wordsOf(fault: UpstreamFault): string {
  if (typeof fault === 'string') return own[fault];
  const code = /^[A-Z][A-Z0-9_]{1,60}$/.test(fault.code) ? fault.code : 'unknown';
  if (Object.hasOwn(ofSystem, code)) return `${ofSystem[code] ?? ''} (${code})`;
  if (code.startsWith('HPE_')) return `its reply is no HTTP (${code})`;
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER|VERIFY/.test(code)) return `TLS failed (${code})`;
  return `the connection failed (${code})`;
}
