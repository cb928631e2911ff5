import type { MockApp } from '../../templates/runtime/mock/options.js';

/** The keys of an app for which none are given. They open nothing but a mock. */
export const testKeys = { appkey: 'msdk-mock-appkey', msdkkey: 'msdk-mock-msdkkey' } as const;

/** The apps where none are given: one of QQ, one of WeChat. */
export const testApps: readonly MockApp[] = [
  { appid: '100000001', ...testKeys },
  { appid: 'wx0000000000000001', ...testKeys },
];

/** Reads `APPID[:APPKEY[:MSDKKEY]]`, or says what is wrong with it. */
export function readApp(text: string): MockApp | string {
  const [appid = '', appkey = '', msdkkey = '', ...more] = text.split(':');
  if (more.length > 0) return 'it has at most three parts, APPID:APPKEY:MSDKKEY';
  if (!/^[\w.-]{1,64}$/.test(appid)) return 'an appid has letters, digits, dots and hyphens only';
  if (/^G_/.test(appid)) return 'leave out the G_ of guests, who are let in by the same keys';
  return { appid, appkey: appkey || testKeys.appkey, msdkkey: msdkkey || testKeys.msdkkey };
}
