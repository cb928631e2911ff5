import type { Mock, MockApp } from '../../templates/runtime/mock/options.js';
import { curlCommands } from '../mock/curl.js';
import type { MockServer } from '../mock/server.js';

/** Says where the mock listens, by which keys it is called, and how to try it. */
export function announce(
  server: MockServer,
  host: string,
  apps: readonly MockApp[],
  mock: Mock,
): void {
  if (!isLoopback(host))
    process.stderr.write(
      `msdk: whoever reaches ${server.url} can read and change the mock, its admin surface /__msdk/ included\n`,
    );
  const lines = [`listening on ${server.url}`, '', ...apps.map(appLine)];
  const [first] = apps;
  if (first !== undefined) lines.push('', ...curlCommands(callable(server, host), first, mock));
  process.stdout.write(`${lines.join('\n')}\n`);
}

function appLine({ appid, appkey = '-', msdkkey = '-' }: MockApp): string {
  return `app ${appid}  appkey ${appkey}  msdkkey ${msdkkey}`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** An address to call: what is bound to all is called at the machine's own. */
function callable({ url, port }: MockServer, host: string): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return host === '::' ? `http://[::1]:${port}` : url;
}
