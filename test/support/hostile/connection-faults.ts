import { fault, late, lost, unreadable, wrongReply, type Fault } from './fault.js';
import { drip, head, pour } from './server.js';

const whole = '{"ret":0,"msg":"ok"}';
const half = whole.slice(0, 9);

/** Connections that break. */
export const brokenConnections: readonly Fault[] = [
  {
    name: 'a connection that is reset before the request is read',
    connect: (socket) => socket.resetAndDestroy(),
    isDeaf: true,
    // Whether the system tells of it before or after it has told of the connection is a matter of luck.
    expected: { kind: 'network' },
  },
  fault('a reset before the reply', lost, (socket) => socket.resetAndDestroy()),
  fault('an end before the reply', lost, (socket) => socket.destroy()),
  fault('an end of the server’s half, and no reply', lost, (socket) => socket.end()),
  fault('a reset within the headers', lost, (socket) =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-', () => socket.resetAndDestroy()),
  ),
  fault('an end within the headers', lost, (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-')),
  fault('an end after the headers', lost, (socket) => socket.end(head('content-length: 20'))),
  fault('a reset within the body', lost, (socket) =>
    socket.write(head('content-length: 20') + half, () => socket.resetAndDestroy()),
  ),
  fault('an end within the body', lost, (socket) => socket.end(head('content-length: 20') + half)),
  fault('an end between two chunks', lost, (socket) =>
    socket.end(`${head('transfer-encoding: chunked')}9\r\n${half}\r\n`),
  ),
];

/** What takes for ever. */
export const slowness: readonly Fault[] = [
  fault('silence', late, () => undefined),
  { name: 'a server that never reads', isDeaf: true, expected: late },
  fault('headers that drip for ever', late, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx: ');
    drip(socket, 'y');
  }),
  fault('a body that drips for ever', late, (socket) => {
    socket.write(head('content-length: 100000'));
    drip(socket, ' ');
  }),
  fault('chunks that drip for ever', late, (socket) => {
    socket.write(head('transfer-encoding: chunked'));
    drip(socket, '1\r\n \r\n');
  }),
  fault('a body that is shorter than announced, on an open connection', late, (socket) =>
    socket.write(head('content-length: 100') + whole),
  ),
  fault('informational replies that drip for ever', late, (socket) =>
    drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
  ),
  fault('a flood of informational replies', late, (socket) =>
    pour(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100)),
  ),
];

/** What is no HTTP. */
export const brokenHttp: readonly Fault[] = [
  wrongReply('a status line that is none', lost, 'HTTP/1.1 two hundred\r\n\r\n'),
  wrongReply('another protocol', lost, 'SSH-2.0-OpenSSH_9.6\r\n'),
  wrongReply('a TLS alert', lost, Buffer.from('15030100020228', 'hex')),
  wrongReply('a header without a colon', lost, 'HTTP/1.1 200 OK\r\nno header\r\n\r\n'),
  wrongReply(
    'two different lengths',
    lost,
    head('content-length: 20', 'content-length: 2') + whole,
  ),
  wrongReply('a negative length', lost, head('content-length: -1') + whole),
  wrongReply('a length beyond all numbers', lost, head(`content-length: ${'9'.repeat(30)}`)),
  wrongReply(
    'both a length and chunks',
    lost,
    head('content-length: 20', 'transfer-encoding: chunked') + whole,
  ),
  wrongReply('chunks that are none', lost, `${head('transfer-encoding: chunked')}zz\r\n${whole}`),
  wrongReply(
    'a chunk longer than announced',
    lost,
    `${head('transfer-encoding: chunked')}2\r\n${whole}\r\n0\r\n\r\n`,
  ),
  wrongReply(
    'a change of protocol that nobody asked for',
    lost,
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n',
  ),
  fault('a header that never ends', lost, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx: ');
    pour(socket, 'y'.repeat(10_000));
  }),
  fault('headers that never end', lost, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    pour(socket, 'x: y\r\n'.repeat(1000));
  }),
  fault(
    'a chunk extension that never ends',
    lost,
    (socket) => {
      socket.write(`${head('transfer-encoding: chunked')}1;x=`);
      // Node.js 20's fetch does not count them: they end with the call's time.
      pour(socket, 'y'.repeat(10_000));
    },
    late,
  ),
  fault('trailers that never end', lost, (socket) => {
    socket.write(`${head('transfer-encoding: chunked')}0\r\n`);
    pour(socket, 'x: y\r\n'.repeat(1000));
  }),
  wrongReply(
    'a body longer than announced',
    lost,
    head('content-length: 9') + whole,
    // What was announced is read, and the rest thrown away with the connection.
    unreadable,
  ),
];
