import { connect, type Socket } from 'node:net';

/** What came back on a connection, and how it ended. */
export interface Heard {
  readonly text: string;
  /** The code of the error that broke it; undefined where it was closed in order. */
  readonly broken: string | undefined;
}

/** A connection on which a test speaks as it likes. */
export interface Line {
  readonly socket: Socket;
  readonly ended: Promise<Heard>;
  /** Resolves when what was heard so far holds a text. */
  readonly hears: (text: string) => Promise<void>;
}

/** Opens a connection. */
export function dial(port: number): Line {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let [text, broken] = ['', undefined as string | undefined];
  socket.on('data', (part: string) => void (text += part));
  socket.on('error', (error: NodeJS.ErrnoException) => void (broken = error.code));
  const ended = new Promise<Heard>((settle) =>
    socket.once('close', () => settle({ text, broken })),
  );
  const hears = (wanted: string): Promise<void> =>
    new Promise((settle, reject) => {
      const look = (): void => {
        if (text.includes(wanted)) settle();
      };
      socket.on('data', look);
      socket.once('close', () => reject(new Error(`closed without ${wanted}, after ${text}`)));
      look();
    });
  return { socket, ended, hears };
}

/** Sends bytes, and gives all that comes back until the server closes the connection. */
export function send(port: number, ...parts: readonly (string | Buffer)[]): Promise<Heard> {
  const { socket, ended } = dial(port);
  for (const part of parts) socket.write(part);
  return ended;
}

/** A request of HTTP/1.1 that asks to be the last, unless its headers say otherwise. */
export function post(
  target: string,
  body: string | Buffer = '{}',
  headers: readonly string[] = ['Connection: close'],
): Buffer {
  const head = [`POST ${target} HTTP/1.1`, 'Host: 127.0.0.1', ...headers];
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.from(body),
  ]);
}

/** The status of a reply, and the JSON that it holds. */
export function read({ text }: Heard): { status: number; json: unknown } {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  return { status, json: body.startsWith('{') ? (JSON.parse(body) as unknown) : undefined };
}
