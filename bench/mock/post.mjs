// @ts-check
import { request } from 'node:http';

/**
 * Posts JSON on a connection of its own, and gives the answer.
 * @param {string} url
 * @param {unknown} body
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
export function post(url, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const sent = request(url, { method: 'POST', agent: false, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
