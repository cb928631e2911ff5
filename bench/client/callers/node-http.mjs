// @ts-check
import { Agent, request } from 'node:http';
import { pathOf } from './target.mjs';

/** @param {import('./target.mjs').Target} target */
export function connect(target) {
  const { hostname, port } = new URL(target.origin);
  const [agent, path] = [new Agent({ keepAlive: true }), pathOf(target)];
  return () =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(target.exchange.body);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const options = { agent, hostname, port, path, method: 'POST', headers };
      const sent = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve(JSON.parse(text)));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
}
