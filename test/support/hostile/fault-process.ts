// A process that calls one hostile server after another, reports, and then has nothing more to do.
import { caller, login, transports } from './caller.js';

/** Whom to call, and how. */
export interface FaultOrder {
  /** The place of the transport among all. */
  readonly transport: number;
  readonly calls: readonly { readonly url: string; readonly timeout: number }[];
}

/** What came of it. */
export interface FaultReport {
  /** What each call ended in. */
  readonly kinds: readonly string[];
  readonly unhandled: number;
  /** What still keeps the process alive. */
  readonly left: readonly string[];
  /** Megabytes by which the process grew after the first call, at most. */
  readonly growth: number;
}

let unhandled = 0;
process.on('unhandledRejection', () => unhandled++);

const { transport, calls } = JSON.parse(process.argv[2] ?? '') as FaultOrder;
const [, options] = transports[transport] ?? [];
const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20;
let [first, peak] = [NaN, 0];
const sampling = setInterval(() => (peak = Math.max(peak, megabytes())), 2);
const kinds: string[] = [];
for (const { url, timeout } of calls) {
  const msdk = caller(url, { ...options, timeout });
  const result = await msdk.auth.verifyLogin(login).result();
  kinds.push(result.ok ? 'ok' : result.error.kind);
  msdk.client.close();
  if (kinds.length === 1) first = megabytes();
}
clearInterval(sampling);
// What was closed is gone a moment later.
await new Promise((resolve) => void setTimeout(resolve, 50));
const left = process.getActiveResourcesInfo().filter((name) => /^(TCP|GetAddr|Time)/.test(name));
const report: FaultReport = { kinds, unhandled, left, growth: peak - first };
process.stdout.write(`${JSON.stringify(report)}\n`);
