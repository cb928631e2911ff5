import { describe, expect, it } from 'vitest';
import { readTargetUrl } from '../../../generator/mock/proxy/target-url.js';

describe('the address of a service', () => {
  it.each(['https://msdktest.qq.com', 'http://[::1]:8080/gateway/'])('is %s', (text) => {
    expect(readTargetUrl(text)).toEqual(new URL(text));
  });

  it.each([
    ['msdktest.qq.com', 'it is not an address such as https://msdktest.qq.com'],
    ['ftp://msdktest.qq.com', 'it must be http or https'],
    ['https://me:pass@msdktest.qq.com', 'it must not hold a name or a password'],
    ['https://msdktest.qq.com/?sig=1', 'it must end with its path'],
  ])('is not %s', (text, problem) => {
    expect(readTargetUrl(text)).toBe(problem);
  });
});
