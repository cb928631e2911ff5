import * as client from '../../generated/client/index.js';
import type { Example, Operation } from '../../generator/model/index.js';
import type { Json } from './broken-facts.js';

const byName = client as unknown as Readonly<Record<string, client.AnyOperation>>;

/** The generated client's description of an endpoint. */
export function operationOf({ id }: Operation): client.AnyOperation {
  const operation = byName[`${id}Operation`];
  if (operation === undefined) throw new Error(`the client has no ${id}`);
  return operation;
}

/** What the caller gives for an example: its query and body, each fact once. */
export function inputOf(operation: Operation, example: Example): Json {
  const input: Json = { ...example.query };
  for (const { name, repeats } of operation.request) {
    const value = example.request[name];
    if (value === undefined || repeats === 'appid') continue;
    input[repeats === 'openid' ? 'openid' : name] = value;
  }
  delete input['appid'];
  return input;
}

export const key = 'a key of no game';

/** Apps on every platform, each with an appid such as the platform gives. */
export const apps = {
  qq: { appid: '100000001', key },
  wechat: { appid: 'wx0000000000000001', key },
  guest: { appid: '100000001', key },
  apple: { appid: '100000001', key },
};

/** A transport that keeps what is sent, and answers every request alike. */
export function capturing(reply: unknown = { ret: 0, msg: '' }): {
  readonly transport: client.Transport;
  readonly sent: client.HttpRequest[];
} {
  const sent: client.HttpRequest[] = [];
  const body = new TextEncoder().encode(typeof reply === 'string' ? reply : JSON.stringify(reply));
  const transport = (request: client.HttpRequest): Promise<client.HttpReply> => {
    sent.push(request);
    return Promise.resolve({ status: 200, headers: {}, body });
  };
  return { transport, sent };
}

/** The value of a query parameter of a request. */
export function queryValue({ path }: client.HttpRequest, name: string): string | null {
  return new URL(path, 'http://msdk.example').searchParams.get(name);
}
