// @ts-check
// The server, in a process of its own: answers everything with the same JSON, once it has read all of
// the request. Asked by its parent, it tells the last request.
import { createServer } from 'node:http';

const reply = Buffer.from(process.argv[2] ?? '{}');
const headers = { 'content-type': 'application/json', 'content-length': reply.length };

/** @type {{ method?: string | undefined, url?: string | undefined, chunks: Buffer[] }} */
let last = { chunks: [] };

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    last = { method: request.method, url: request.url, chunks };
    response.writeHead(200, headers).end(reply);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('message', () =>
  process.send?.({ ...last, chunks: undefined, body: Buffer.concat(last.chunks).toString() }),
);
process.on('disconnect', () => process.exit());
