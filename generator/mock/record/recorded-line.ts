import { isExchangeObject } from '../../validate/read/exchange-object.js';
import { isObject } from '../../validate/is-object.js';
import { isDeeperThan } from '../../../templates/runtime/mock/nesting.js';

/** A body may be nested as deeply as it is recorded as JSON, and stands a little deeper in its line. */
const deepest = 210;

/** A line of a recording as far as it is looked at: an exchange as `msdk validate` takes it. */
export type RecordedLine = Readonly<Record<string, unknown>> & { readonly endpoint: string };

/** Reads a line; gives what is wrong with it as a text where it is no exchange. */
export function readRecordedLine(text: string): RecordedLine | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  if (isDeeperThan(deepest, text)) return 'is nested too deep';
  if (!isExchangeObject(value)) {
    if (!isObject(value)) return 'must be an object';
    return Object.hasOwn(value, 'endpoint')
      ? 'has neither query nor request nor response'
      : 'does not say which endpoint it is for';
  }
  const { endpoint } = value;
  if (typeof endpoint !== 'string' || endpoint === '')
    return 'does not say which endpoint it is for';
  return { ...value, endpoint };
}

/** Whether a text is a whole line of a recording. */
export function isRecordedLine(text: string): boolean {
  return typeof readRecordedLine(text) === 'object';
}
