import { afterEach } from 'vitest';
import {
  startServer,
  type MockServer,
  type ServerOptions,
} from '../../../generator/mock/server.js';
import { Mask } from '../../../generator/validate/place/mask.js';
import { doubleOf, type Answering } from './double.js';

const running: MockServer[] = [];

/** The secrets' names that the tests know. */
export const masking = new Mask(['sig', 'openkey', 'accessToken', 'pfKey', 'secret']);

/** Starts a server on a free port, which is stopped when the test is over. */
export async function serve(
  answering?: Answering,
  options: Partial<ServerOptions> = {},
): Promise<MockServer> {
  const server = await startServer({
    mock: doubleOf(answering),
    port: 0,
    host: '127.0.0.1',
    masking,
    version: '0.0.0',
    ...options,
    limits: { drain: 50, ...options.limits },
  });
  running.push(server);
  return server;
}

/** Stops the servers of each test of the file that asks for it. */
export function stopAfterEach(): void {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
  });
}
