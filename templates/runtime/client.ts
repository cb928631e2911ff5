import type { Apps, PlatformsOf } from './apps.js';
import { Call, type Answer } from './call.js';
import { makeCall } from './make-call.js';
import type { AnyOperation, Operation, Platform } from './operation.js';
import type { CallOptions, ClientOptions } from './options.js';
import { settingsOf, type Settings } from './settings.js';

/** Calls endpoints for a game that is on these platforms. */
export interface Client<Served extends Platform = Platform> {
  /** Calls an endpoint. What goes wrong is a `CallError`, whose `kind` says what it is. */
  call<Request extends object, Response extends object, Code extends number>(
    operation: Operation<Request, Response, Code>,
    request: Request,
    options?: CallOptions,
  ): Call<Response, Code>;
  /** Ends the connections that are kept open. They keep no process alive, so that few need it. */
  close(): void;
  /** Ties endpoints to the clients that can call them; no value of it exists. */
  readonly serves?: (platform: Served) => void;
}

/** Makes a client. Throws a `RequestError` with everything that is wrong with the options. */
export function createClient<const Game extends Apps>(
  options: ClientOptions<Game>,
): Client<PlatformsOf<Game>> {
  const settings = settingsOf(options);
  const warnOf = deprecationWarner(settings);
  return {
    call<Request extends object, Response extends object, Code extends number>(
      operation: Operation<Request, Response, Code>,
      request: Request,
      call: CallOptions = {},
    ): Call<Response, Code> {
      const plain = operation as unknown as AnyOperation;
      warnOf(plain);
      const answer = makeCall(settings, plain, request, call);
      return new Call<Response, Code>(answer as Promise<Answer<Response>>);
    },
    close: () => settings.transport.close?.(),
  };
}

/** Tells once of each endpoint whose end is announced. */
function deprecationWarner({ onDeprecation }: Settings): (operation: AnyOperation) => void {
  const told = new Set<string>();
  return ({ path, deprecated }) => {
    if (deprecated === undefined || told.has(path)) return;
    told.add(path);
    onDeprecation?.({ endpoint: path, ...deprecated });
  };
}
