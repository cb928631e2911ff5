import { isObject } from '../../is-object.js';
/** A body that a capture holds. */
export interface HarBody {
  readonly text: string;
  /** The JSON Pointer, into the entry, of the string that holds it. */
  readonly pointer: string;
  /** Whether the string is the body; otherwise it is the body's base64. */
  readonly exact: boolean;
}

/** What is wrong with an entry. */
export type HarEntryProblemKind =
  /** It is no JSON. */
  | 'not-json'
  /** It has a value of the wrong type, or lacks one, where every capture has one. */
  | 'not-har'
  /** The body is said to be base64, and is not. */
  | 'bad-base64'
  /** The body is bytes that are no UTF-8. */
  | 'not-text'
  /** The body is encoded in a way that HAR does not know; `found` is which. */
  | 'unknown-encoding';

/** A problem of an entry, with the JSON Pointer of the value that has it. */
export interface HarEntryProblem {
  readonly kind: HarEntryProblemKind;
  readonly pointer: string;
  readonly found: string;
}

/** What a request and a reply of an entry have in common. */
export interface HarHalf {
  readonly body?: HarBody;
  /** Whether there was a body that the recorder left out. */
  readonly isOmitted: boolean;
}

/** Takes a problem. Gives nothing, so that who reports can return it. */
export type Report = (kind: HarEntryProblemKind, pointer: string, found?: string) => undefined;

/** Reads the body that stands in `text` of a `holder`, and has so many bytes as the recorder says. */
export function readHalf(holder: unknown, pointer: string, size: unknown, report: Report): HarHalf {
  const isOmitted = typeof size === 'number' && size > 0;
  if (!isObject(holder)) return { isOmitted };
  const { text, encoding } = holder;
  if (text === undefined || text === '') return { isOmitted };
  const place = `${pointer}/text`;
  if (typeof text !== 'string') {
    report('not-har', place);
    return { isOmitted: false };
  }
  if (encoding === undefined || encoding === '')
    return { body: { text, pointer: place, exact: true }, isOmitted: false };
  const decoded =
    encoding === 'base64'
      ? decode(text, place, report)
      : report(
          'unknown-encoding',
          `${pointer}/encoding`,
          typeof encoding === 'string' ? encoding.slice(0, 40) : '',
        );
  return {
    ...(decoded === undefined ? {} : { body: { text: decoded, pointer: place, exact: false } }),
    isOmitted: false,
  };
}

function decode(base64: string, pointer: string, report: Report): string | undefined {
  const digits = base64.replace(/\s+/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits))
    return report('bad-base64', pointer);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(Buffer.from(digits, 'base64'));
  } catch {
    return report('not-text', pointer);
  }
}
