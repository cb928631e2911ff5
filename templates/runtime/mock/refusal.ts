/** Why the access or the logic layer refuses a request: its documented code and a text of ours. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly ret: number;
  constructor(ret: number, text: string) {
    super(text);
    this.ret = ret;
  }
}

/** The layers' codes for what can be wrong with a request (errors-zh:16-38, errors-zh:56). */
export const refusals = {
  bodyNotJson: (): Refusal => new Refusal(-304, 'request body is not json.'),
  bodyEmpty: (): Refusal => new Refusal(-501, 'http body is empty.'),
  signatureWrong: (): Refusal => new Refusal(-502, 'sig is wrong.'),
  appidUnknown: (): Refusal => new Refusal(-504, 'appid does not exist.'),
  pathUnknown: (): Refusal => new Refusal(-505, 'interface does not exist.'),
  parameterMissing: (name: string): Refusal => new Refusal(-506, `url lacks parameter ${name}.`),
  guestRefused: (): Refusal => new Refusal(-901, 'guest can not visit this interface.'),
  memberWrong: (pointer: string): Refusal =>
    new Refusal(
      -1011,
      pointer === '' ? 'input param is null.' : `input param ${pointer} is null or wrong.`,
    ),
} as const;
