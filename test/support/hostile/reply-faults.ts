import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { fault, lost, unreadable, wrongReply, type Expected, type Fault } from './fault.js';
import { head, pour, reply, statusReply } from './server.js';

const whole = '{"ret":0,"msg":"ok"}';
const json = 'content-type: application/json';
const megabyte = 2 ** 20;

/** A status other than 200. */
export const statuses: readonly Fault[] = [
  ['500 Internal Server Error', '{"ret":0,"msg":"ok"}'],
  ['502 Bad Gateway', '<html>bad gateway</html>'],
  ['404 Not Found', ''],
  ['429 Too Many Requests', '{"ret":-1}'],
  ['302 Found', ''],
  ['204 No Content', ''],
  ['304 Not Modified', ''],
  ['999 Unheard Of', whole],
].map(([status = '', body = '']) => {
  const expected: Expected = { kind: 'http', status: parseInt(status), body };
  // A client that follows a redirect comes back here, and is counted.
  return wrongReply(
    `status ${status}`,
    expected,
    statusReply(status, body, 'location: /elsewhere'),
  );
});

/** What is no reply of the service. */
export const wrongReplies: readonly Fault[] = [
  wrongReply(
    'HTML with status 200',
    unreadable,
    reply('<html>ok</html>', 'content-type: text/html'),
  ),
  wrongReply('an empty body', unreadable, reply('')),
  wrongReply('truncated JSON', unreadable, reply(whole.slice(0, 9), json)),
  fault('truncated JSON that the connection’s end completes', unreadable, (socket) =>
    socket.end(head(json, 'connection: close') + whole.slice(0, 9)),
  ),
  wrongReply('JSON and more', unreadable, reply(whole + whole, json)),
  wrongReply('an array', { ...unreadable, pointer: '/ret' }, reply('[]', json)),
  wrongReply('null', { ...unreadable, pointer: '/ret' }, reply('null', json)),
  wrongReply('UTF-16', unreadable, reply(Buffer.from(`\ufeff${whole}`, 'utf16le'), json)),
  wrongReply(
    'GBK',
    unreadable,
    reply(Buffer.from('{"ret":0,"msg":"\xb3\xc9\xb9\xa6"}', 'latin1'), `${json}; charset=gbk`),
  ),
  wrongReply('a member twice', unreadable, reply('{"ret":0,"msg":"","ret":-1}', json)),
  wrongReply(
    'a member twice, once escaped, deep inside',
    unreadable,
    reply('{"ret":0,"msg":"","a":[{"b":1,"\\u0062":2}]}', json),
  ),
  wrongReply('a member __proto__', unreadable, reply('{"ret":0,"__proto__":{"polluted":1}}', json)),
  wrongReply('no ret', { kind: 'reply', pointer: '/ret' }, reply('{"msg":"ok"}', json)),
  wrongReply(
    'a ret that is no number',
    { kind: 'reply', pointer: '/ret' },
    reply('{"ret":{}}', json),
  ),
  wrongReply(
    'a text that is an object',
    { kind: 'reply', pointer: '/msg' },
    reply('{"ret":0,"msg":{}}', json),
  ),
  wrongReply('a failure', { kind: 'api', ret: -1 }, reply('{"ret":-1,"msg":"no"}', json)),
  wrongReply(
    'a failure whose text is nested a hundred thousand times',
    { kind: 'reply' },
    reply(`{"ret":-1,"msg":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, json),
  ),
];

/** Too much, and codings. */
export const bombs: readonly Fault[] = [
  fault('100 MB with their length', unreadable, (socket) => {
    socket.write(head(json, `content-length: ${100 * megabyte}`));
    pour(socket, Buffer.alloc(megabyte, ' '), 100);
  }),
  fault('100 MB without their length', unreadable, (socket) => {
    socket.write(head(json, 'connection: close'));
    pour(socket, Buffer.alloc(megabyte, ' '), 100);
  }),
  fault('chunks without end', unreadable, (socket) => {
    socket.write(head(json, 'transfer-encoding: chunked'));
    pour(socket, `10000\r\n${' '.repeat(2 ** 16)}\r\n`);
  }),
  fault('10 MB of gzip that hold 10 GB', unreadable, (socket) => {
    const member = gzipSync(Buffer.alloc(10 * megabyte));
    socket.write(head(json, 'content-encoding: gzip', 'connection: close'));
    pour(socket, member, 1000);
  }),
  wrongReply(
    'half a kilobyte of brotli that holds 256 MB',
    unreadable,
    reply(
      brotliCompressSync(Buffer.alloc(256 * megabyte), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
      }),
      'content-encoding: br',
    ),
  ),
  wrongReply(
    'a megabyte of deflate that holds 256 MB',
    unreadable,
    reply(deflateSync(Buffer.alloc(256 * megabyte), { level: 1 }), 'content-encoding: deflate'),
  ),
  wrongReply(
    'zstd',
    unreadable,
    reply(Buffer.from('28b52ffd0400', 'hex'), 'content-encoding: zstd'),
  ),
  wrongReply('a coding of no name', unreadable, reply('\xff\xfe', 'content-encoding: rot13')),
  // What cannot be decoded got lost on its way.
  wrongReply('gzip that is none', lost, reply(whole, 'content-encoding: gzip')),
  wrongReply(
    'truncated gzip',
    lost,
    reply(gzipSync(whole.repeat(100)).subarray(0, -12), 'content-encoding: gzip'),
    // Node.js's fetch gives what there is.
    unreadable,
  ),
];
