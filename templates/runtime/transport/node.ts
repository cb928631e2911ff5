import type { NodeHttp, NodeIncoming, NodeReadable, NodeZlib } from './node-modules.js';
import { byteLength } from '../text.js';
import {
  BodyCollector,
  isBeforeConnected,
  NotSent,
  ReplyRefused,
  type HttpReply,
  type HttpRequest,
  type Transport,
} from './transport.js';

/** Node's own modules, got without an import that other platforms would stumble over. */
interface Modules {
  readonly http: NodeHttp;
  readonly https: NodeHttp;
  readonly zlib: NodeZlib;
}

/** Node's modules, where the platform is Node and can give them (20.16, 22.3 and later); else undefined. */
export function nodeModules(): Modules | undefined {
  const { process, navigator } = globalThis as {
    readonly process?: { getBuiltinModule?(name: string): unknown };
    readonly navigator?: { readonly userAgent?: string };
  };
  // Other platforms that offer Node's modules have a better fetch of their own.
  if (!(navigator?.userAgent ?? 'Node.js').startsWith('Node.js')) return undefined;
  const module = (name: string): unknown => process?.getBuiltinModule?.(name);
  const [http, https, zlib] = [module('node:http'), module('node:https'), module('node:zlib')];
  if (http === undefined || https === undefined || zlib === undefined) return undefined;
  return { http: http as NodeHttp, https: https as NodeHttp, zlib: zlib as NodeZlib };
}

/**
 * Sends requests by node:http and node:https, over connections that are kept open: several times as
 * many a second as `fetch`. Connections at rest keep no process alive.
 */
export function nodeTransport({ http, https, zlib }: Modules): Transport {
  const agents = new Map<NodeHttp, ReturnType<typeof agentOf>>();
  const origins = new Map<string, Origin>();
  const agentFor = (module: NodeHttp) => {
    const agent = agents.get(module) ?? agentOf(module);
    agents.set(module, agent);
    return agent;
  };
  const originOf = (text: string): Origin => {
    const known = origins.get(text) ?? parseOrigin(text);
    origins.set(text, known);
    return known;
  };

  const send: Transport = ({ method, origin, path, headers, body }, limits) =>
    new Promise((resolve, reject) => {
      const { isSecure, host, hostname, port } = originOf(origin);
      const module = isSecure ? https : http;
      const outgoing = module.request({
        hostname,
        port,
        path,
        method,
        headers: headerList(host, headers, body),
        agent: agentFor(module),
      });
      let isSettled = false;
      const fail = (error: Error): void => {
        // Once it is settled, the connection may serve another request.
        if (isSettled) return;
        isSettled = true;
        outgoing.destroy();
        reject(isBeforeConnected(error) ? new NotSent(error) : error);
      };
      limits.onAbort(fail);
      outgoing.on('error', fail);
      // Without a listener Node ends the connection, and tells nobody.
      outgoing.on('upgrade', (_incoming, socket) => {
        socket.destroy();
        fail(new Error('the server changes to a protocol that nobody asked for'));
      });
      outgoing.on('response', (incoming) => {
        read(incoming, zlib, limits.maxReplyBytes, fail, (reply) => {
          isSettled = true;
          resolve(reply);
        });
      });
      outgoing.end(body);
    });
  return Object.assign(send, {
    isPrompt: true,
    close: () => {
      for (const agent of agents.values()) agent.destroy();
    },
  });
}

function agentOf({ Agent }: NodeHttp): InstanceType<NodeHttp['Agent']> {
  return new Agent({ keepAlive: true });
}

interface Origin {
  readonly isSecure: boolean;
  /** What the Host header says. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
}

function parseOrigin(text: string): Origin {
  const { protocol, host, hostname, port } = new URL(text);
  // Node takes an IPv6 address without its brackets.
  return {
    isSecure: protocol === 'https:',
    host,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
  };
}

/** Names and values in turn, all of them, which Node sends as they are. */
function headerList(
  host: string,
  headers: HttpRequest['headers'],
  body: HttpRequest['body'],
): string[] {
  const list = ['Host', host, 'Accept-Encoding', 'identity'];
  for (const name of Object.keys(headers)) list.push(name, headers[name] ?? '');
  if (body !== undefined)
    list.push('Content-Length', String(typeof body === 'string' ? byteLength(body) : body.length));
  return list;
}

function read(
  incoming: NodeIncoming,
  zlib: NodeZlib,
  maxReplyBytes: number,
  fail: (error: Error) => void,
  done: (reply: HttpReply) => void,
): void {
  const collector = new BodyCollector(maxReplyBytes);
  incoming.on('error', fail);
  const body = decoded(incoming, zlib, fail);
  body?.on('data', (piece) => {
    try {
      collector.add(piece);
    } catch (error) {
      body.destroy();
      fail(error as Error);
    }
  });
  body?.on('end', () => {
    if (!incoming.complete) return fail(new Error('the reply ended early'));
    done({
      status: incoming.statusCode ?? 0,
      headers: joined(incoming.headers),
      body: collector.whole(),
    });
  });
}

/** The body without its coding: a server may use one although none is asked for. */
function decoded(
  incoming: NodeIncoming,
  zlib: NodeZlib,
  fail: (error: Error) => void,
): NodeReadable | undefined {
  const coding = String(incoming.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (coding === 'identity') return incoming;
  if (!['gzip', 'x-gzip', 'deflate', 'br'].includes(coding)) {
    fail(new ReplyRefused('the reply is in a content coding that nobody asked for'));
    return undefined;
  }
  const decoder = coding === 'br' ? zlib.createBrotliDecompress() : zlib.createUnzip();
  decoder.on('error', fail);
  return incoming.pipe(decoder);
}

/** Only cookies come several to a name. */
function joined(headers: NodeIncoming['headers']): Readonly<Record<string, string>> {
  const cookies = headers['set-cookie'];
  const single = headers as Readonly<Record<string, string>>;
  return cookies === undefined ? single : { ...single, 'set-cookie': [cookies].flat().join(', ') };
}
