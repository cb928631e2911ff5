/** Where a table's numbers stand in a reply, and what carries them there. */
export interface FailureCarrier {
  readonly carriedBy: 'ret' | 'wrapped' | 'platCode' | 'err_type' | 'text' | 'detail';
  readonly wrappedBy?: -10000 | -20000;
  readonly command?: string;
}

/** A ret that no table lists: what such a reply means stands elsewhere in it. */
const unlistedRet = -99999;

/** A failed reply. */
export type FailureReply = Readonly<Record<string, string | number>>;

/**
 * How an endpoint tells an error: the number stands where its table says, and the platform's own
 * number before the first comma of the text (errors-zh:8-9). The layers' class of an error follows
 * as real replies have it, in a string (field-notes:6).
 */
export function failureReply(
  envelope: 'msg' | 'message',
  { carriedBy, wrappedBy = -10000, command }: FailureCarrier,
  code: number,
  text: string,
  errType = '5',
): FailureReply {
  switch (carriedBy) {
    case 'ret':
      return { ret: code, [envelope]: text, err_type: errType };
    case 'wrapped':
      return { ret: wrappedBy, [envelope]: `${code},${text}`, err_type: errType };
    case 'platCode':
      return {
        ret: -10000,
        [envelope]: `${code},${text}`,
        platCode: String(code),
        err_type: errType,
      };
    case 'err_type':
      return { ret: unlistedRet, [envelope]: text, err_type: String(code) };
    case 'detail':
      return { ret: -15000, [envelope]: `oidb decode${command ?? '0x5e1'} failed, ret:${code}` };
    case 'text':
      return { ret: unlistedRet, [envelope]: text, err_type: errType };
  }
}
