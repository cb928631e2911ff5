import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mock } from '../../templates/runtime/mock/options.js';
import { logOf } from '../mock/log.js';
import { startServer, type MockServer, type ServerOptions } from '../mock/server.js';
import { packageRoot, packageVersion } from '../package-root.js';
import { Mask } from '../validate/place/mask.js';
import { announce } from './mock-announce.js';
import type { Beside } from './mock-answerer.js';
import { loadEngine, orUsage, type Engine } from './mock-engine.js';
import { ErrorLines } from './mock-lines.js';
import { mockOptionsOf, placeOf, withTestApps } from './mock-options.js';
import { stopSignal } from './mock-signals.js';
import { StateKeeper } from './mock-state.js';
import type { MockCommandOptions } from './mock.js';
import { ExitCode, UsageError } from './outcome.js';

/** Runs `msdk mock` until a signal stops it, and says how the command ends. */
export async function mock(options: MockCommandOptions): Promise<ExitCode> {
  const { port, host, maxBody } = placeOf(options);
  const wanted = mockOptionsOf(options);
  const { createMock, operations } = await loadEngine();
  const scenario =
    options.scenario === undefined ? {} : await scenarioIn(options.scenario, operations);
  if (scenario === undefined) return ExitCode.unusable;
  const whole = withTestApps(scenario, wanted);
  const lines = new ErrorLines();
  const masking = new Mask(secretNames());
  const log = logOf(options.log, masking, (line) => lines.write(line));
  const isQuiet = options.quiet === true;
  const engine = orUsage('the scenario', () =>
    createMock(isQuiet ? whole : { ...whole, observe: log.observe }),
  );
  const state = new StateKeeper(options.state, engine);
  await state.load();
  const beside = await besideIf(options, engine, (line) => lines.write(line));
  const stopped = stopSignal();
  const server = await listen({
    ...(beside === undefined ? { mock: engine } : served(engine, beside)),
    port,
    host,
    names: options.allowHost ?? [],
    masking,
    version: packageVersion(),
    limits: { maxBody },
    witness: log,
    ...(isQuiet ? {} : { refused: log.refused }),
  });
  state.saveOnSignal((reason) => lines.write(`msdk: ${reason}`));
  announce(server, host, whole.apps ?? [], engine);
  await stopped;
  await server.stop();
  await beside?.close();
  lines.flush();
  await state.save();
  return ExitCode.nothing;
}

/** What forwards, records and replays is loaded for who asks for it. */
async function besideIf(options: MockCommandOptions, engine: Mock, tell: (line: string) => void) {
  const { proxy, drift, record, replay } = options;
  if ([proxy, drift, record, replay].every((option) => option === undefined)) return undefined;
  const { besideOf } = await import('./mock-answerer.js');
  return besideOf(options, engine, tell);
}

/** Who answers and is looked at, where the mock is not alone. */
function served(
  engine: Mock,
  { answerer, reset }: Beside,
): Pick<ServerOptions, 'mock' | 'answerer'> {
  const mock = {
    ...engine,
    reset() {
      engine.reset();
      reset();
    },
  };
  return { mock, answerer };
}

/** What reads scenario files is loaded for who has one. */
async function scenarioIn(file: string, operations: Engine['operations']) {
  const { scenarioOf } = await import('./mock-scenario.js');
  return scenarioOf(file, operations);
}

async function listen(options: ServerOptions): Promise<MockServer> {
  const { host, port } = options;
  try {
    return await startServer(options);
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(
        `port ${port} of ${host} is in use; choose another by --port, or --port 0 for any that is free`,
      );
    if (code === 'EACCES')
      throw new UsageError(`port ${port} is not for every user; choose one above 1023 by --port`);
    throw new UsageError(
      `--host ${host}: nothing can listen there (${code}); name an address of this machine`,
    );
  }
}

/** The names of what the catalogue knows to be secret. */
function secretNames(): readonly string[] {
  const file = join(packageRoot, 'generated', 'validators', 'service.json');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { secrets: readonly string[] }).secrets;
  } catch {
    throw new UsageError(`${file} cannot be read; run npm run generate`);
  }
}
