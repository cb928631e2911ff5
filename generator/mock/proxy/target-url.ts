/** Reads the address of a service to forward to; gives what is wrong with it as a text where it is none. */
export function readTargetUrl(text: string): URL | string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'it is not an address such as https://msdktest.qq.com';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'it must be http or https';
  if (url.username !== '' || url.password !== '') return 'it must not hold a name or a password';
  if (url.search !== '' || url.hash !== '') return 'it must end with its path';
  return url;
}

/** The host, with its port where that is not the usual one. */
export function originOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}
