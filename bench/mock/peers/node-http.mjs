// @ts-check
// The floor: reads the body, parses it, answers with a constant reply.
import { createServer } from 'node:http';
import { exchange } from '../exchange.mjs';
import { tellPlace } from './place.mjs';

const reply = Buffer.from(JSON.stringify(exchange.reply));
const headers = { 'content-type': 'application/json', 'content-length': reply.length };

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, headers).end(reply);
  });
});
server.listen(0, '127.0.0.1', () => tellPlace(server.address()));
