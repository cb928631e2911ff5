/** What the client uses of Node's modules, declared here so that no user needs Node's types. */
export interface NodeHttp {
  readonly Agent: new (options: { readonly keepAlive: boolean }) => NodeAgent;
  request(options: {
    readonly hostname: string;
    readonly port: string;
    readonly path: string;
    readonly method: string;
    readonly headers: readonly string[];
    readonly agent: NodeAgent;
  }): NodeOutgoing;
}

export interface NodeAgent {
  destroy(): void;
}

export interface NodeOutgoing {
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'response', listener: (incoming: NodeIncoming) => void): void;
  on(event: 'upgrade', listener: (incoming: unknown, socket: NodeSocket) => void): void;
  end(body?: string | Uint8Array): void;
  destroy(error?: Error): void;
}

export interface NodeSocket {
  destroy(): void;
}

export interface NodeReadable {
  on(event: 'data', listener: (piece: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  destroy(): void;
}

export interface NodeIncoming extends NodeReadable {
  readonly statusCode?: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly complete: boolean;
  pipe<Target>(target: Target): Target;
}

export interface NodeZlib {
  createUnzip(): NodeReadable;
  createBrotliDecompress(): NodeReadable;
}
