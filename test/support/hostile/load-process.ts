// A process that makes many calls, measures what they leave, and holds still until its input ends.
import { getEventListeners, once } from 'node:events';
import { caller, login, transports } from './caller.js';

/** Whom to call, how, and how often. */
export interface LoadOrder {
  readonly url: string;
  /** The place of the transport among all. */
  readonly transport: number;
  readonly warmUp: number;
  readonly calls: number;
  readonly concurrency: number;
}

/** What came of it. */
export interface LoadReport {
  /** Calls that got the reply to their own request, of all that were measured. */
  readonly own: number;
  /** Bytes in use before and after. */
  readonly before: number;
  readonly after: number;
  readonly unhandled: number;
  /** Listeners left on the signal that all calls share. */
  readonly listeners: number;
  /** What still keeps the process alive. */
  readonly left: readonly string[];
}

let unhandled = 0;
process.on('unhandledRejection', () => unhandled++);

const order = JSON.parse(process.argv[2] ?? '') as LoadOrder;
const msdk = caller(order.url, { ...transports[order.transport]?.[1], timeout: 60_000 });
const { signal } = new AbortController();

/** Makes so many calls, and counts those that got their own reply. */
async function call(prefix: string, calls: number): Promise<number> {
  let [next, own] = [0, 0];
  const work = async (): Promise<void> => {
    while (next < calls) {
      const msdkExtInfo = `${prefix}_${next++}`;
      const sent = msdk.auth.verifyLogin(login, { msdkExtInfo, signal });
      const { data, text, status, attempts } = await sent.withResponse();
      const isOwn = data.msdkExtInfo === msdkExtInfo && text.includes(`"${msdkExtInfo}"`);
      if (isOwn && status === 200 && attempts === 1) own++;
    }
  };
  await Promise.all(Array.from({ length: order.concurrency }, work));
  return own;
}

async function inUse(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await call('warm', order.warmUp);
const before = await inUse();
const own = await call('load', order.calls);
const after = await inUse();
msdk.client.close();
await new Promise((resolve) => void setTimeout(resolve, 50));
const listeners = getEventListeners(signal, 'abort').length;
const left = process.getActiveResourcesInfo().filter((name) => /^(TCP|GetAddr|Time)/.test(name));
const report: LoadReport = { own, before, after, unhandled, listeners, left };
process.stdout.write(`${JSON.stringify(report)}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
