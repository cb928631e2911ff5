import type { MockOptions, Scenario } from '../../templates/runtime/mock/options.js';
import { timeOf } from '../mock/admin/clock.js';
import { readApp, testApps } from '../mock/apps.js';
import type { MockCommandOptions } from './mock.js';
import { UsageError } from './outcome.js';
import { wholeNumber } from './whole-number.js';

/** The most bytes of a body: far from what a string can hold. */
const mostBytes = 256 * 1024 * 1024;

/** What the options say of the server. */
export interface Place {
  readonly port: number;
  readonly host: string;
  readonly maxBody: number;
}

/** Where the server listens and what it takes. Throws a `UsageError` at the first value that cannot be. */
export function placeOf({ port, host, maxBody }: MockCommandOptions): Place {
  if (host.trim() === '')
    throw new UsageError('--host: it must be an address, such as 127.0.0.1 or 0.0.0.0');
  return {
    port: wholeNumber('--port', port, 0, 65535),
    host: host.trim().replace(/^\[(.*)\]$/, '$1'),
    maxBody: wholeNumber('--max-body', maxBody, 1, mostBytes),
  };
}

/** What the options say of the mock. Throws a `UsageError` at the first value that cannot be. */
export function mockOptionsOf(options: MockCommandOptions): MockOptions {
  const { app, seed, clock, rate, keep } = options;
  return {
    ...(app === undefined ? {} : { apps: app.map(appOf) }),
    ...(options.anyKey === true ? { anyKey: true } : {}),
    ...(seed === undefined ? {} : { seed: wholeNumber('--seed', seed, 0) }),
    ...(clock === undefined ? {} : { clock: clockOf(clock) }),
    ...(rate === undefined ? {} : { requestsPerSecond: wholeNumber('--rate', rate, 1) }),
    ...(keep === undefined ? {} : { keep: wholeNumber('--keep', keep, 0) }),
    ...(options.strictTypes === true ? { strictTypes: true } : {}),
    ...(options.strangers === undefined ? {} : { strangers: options.strangers }),
  };
}

/** A scenario with the options over it, and apps for whoever names none. */
export function withTestApps(scenario: Scenario, options: MockOptions): MockOptions {
  const whole = { ...scenario, ...options };
  return (whole.apps ?? []).length > 0 ? whole : { ...whole, apps: testApps };
}

function appOf(text: string) {
  const app = readApp(text);
  // The text may hold keys.
  if (typeof app === 'string') throw new UsageError(`--app ${text.split(':', 1)[0] ?? ''}: ${app}`);
  return app;
}

function clockOf(text: string): string {
  const time = timeOf(text);
  if (time === undefined)
    throw new UsageError(`--clock ${text}: it must be a time such as 2026-01-31T12:00:00Z`);
  return new Date(time).toISOString();
}
