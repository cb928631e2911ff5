/** Why a layer of the server refuses a request: its documented code, its class, and a text of ours. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly ret: number;
  readonly errType: string;
  constructor(ret: number, text: string, errType = '5') {
    super(text);
    this.ret = ret;
    this.errType = errType;
  }
}

/** The layers' codes for what can be wrong with a request (errors-zh:16-38, errors-zh:56). */
export const refusals = {
  messageUnreadable: (): Refusal => new Refusal(-101, 'http message is wrong.', '1'),
  bodyNotJson: (): Refusal => new Refusal(-304, 'request body is not json.'),
  bodyEmpty: (): Refusal => new Refusal(-501, 'http body is empty.'),
  signatureWrong: (): Refusal => new Refusal(-502, 'sig is wrong.'),
  tooFrequent: (): Refusal => new Refusal(-503, 'Request overly frequency', '1'),
  appidUnknown: (): Refusal => new Refusal(-504, 'appid does not exist.'),
  pathUnknown: (): Refusal => new Refusal(-505, 'interface does not exist.'),
  parameterMissing: (name: string): Refusal => new Refusal(-506, `url lacks parameter ${name}.`),
  guestRefused: (): Refusal => new Refusal(-901, 'guest can not visit this interface.'),
  memberEmpty: (): Refusal => new Refusal(-1011, 'input param is null.'),
  memberWrong: (pointer: string): Refusal =>
    new Refusal(-1011, `input param ${pointer} is null or wrong.`),
} as const;
