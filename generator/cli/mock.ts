import { Option, type Command } from 'commander';
import type { ExitCode } from './outcome.js';

/** What `msdk mock` was asked for, as it was written. */
export interface MockCommandOptions {
  readonly port: string;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly anyKey?: true;
  readonly app?: readonly string[];
  readonly seed?: string;
  readonly scenario?: string;
  readonly state?: string;
  readonly clock?: string;
  readonly proxy?: string;
  readonly drift?: string;
  readonly record?: string;
  readonly replay?: string;
  readonly rate?: string;
  readonly strictTypes?: true;
  readonly strangers?: 'adopt' | 'refuse';
  readonly maxBody: string;
  readonly keep?: string;
  readonly quiet?: true;
  readonly log: 'pretty' | 'json';
}

const more = (value: string, before: readonly string[] = []): string[] => [...before, value];

const help = `
Prints "listening on http://HOST:PORT" once it is ready, then its test apps and commands to try. What it
remembers is read and changed under /__msdk/, which /__msdk/openapi.json describes.

SIGTERM and SIGINT let running requests end, and a second one does not. SIGUSR2 writes the --state file.

Exit code: 0 stopped by a signal, 2 wrong usage, a port in use, or something that cannot be read or written.

Examples:
  msdk mock
  msdk mock --port 0 --any-key --quiet
  msdk mock --app 100539858:appkey:msdkkey --clock 2026-01-31T12:00:00Z --state world.json
  msdk mock --proxy https://msdktest.ssl.msdk.qq.com --record calls.ndjson --drift drift.json`;

/** `msdk mock`: a server that behaves like the service. What does the work is loaded when it is asked for. */
export function addMock(program: Command, settle: (code: ExitCode) => void): void {
  program
    .command('mock')
    .description('Serve a mock of the service.')
    .option('--port <n>', 'the port; 0 for any that is free', '8080')
    .option('--host <address>', 'the address to bind to', '127.0.0.1')
    .option(
      '--allow-host <name>',
      'a name by which /__msdk/ may be called, as of a container; may be repeated',
      more,
    )
    .option('--any-key', 'let in any appid with any signature')
    .option(
      '--app <appid:appkey:msdkkey>',
      'an app and its keys, or an appid with the keys of the test apps; may be repeated',
      more,
    )
    .option('--seed <n>', 'what is made up follows from it')
    .option('--scenario <file>', 'apps, world, rules and the rest from a file; options outweigh it')
    .option('--state <file>', 'the world, read at the start and written at the end')
    .option('--clock <time>', 'the time to start at, as 2026-01-31T12:00:00Z')
    .option(
      '--proxy <url>',
      'forward to the service at this address, and report where it differs from the catalogue',
    )
    .option('--drift <file>', 'with --proxy: write that report as JSON to a file at the end')
    .option('--record <file>', 'add each exchange to a file, without secrets, for --replay')
    .option('--replay <file>', 'answer from such a file what was recorded; the rest as without it')
    .option('--rate <n>', 'refuse what a player asks more often than this in a second')
    .option('--strict-types', 'take members in their declared types only')
    .addOption(
      new Option(
        '--strangers <how>',
        'what to do with players and tokens that are not known',
      ).choices(['adopt', 'refuse']),
    )
    .option('--max-body <bytes>', 'the most bytes of a body', String(2 * 1024 * 1024))
    .option('--keep <n>', 'how many received requests are kept (default: 1000)')
    .option('--quiet', 'write no line for each request')
    .addOption(
      new Option('--log <format>', 'how lines for requests are written')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .addHelpText('after', help)
    .action(async (options: MockCommandOptions) => {
      const { mock } = await import('./mock-run.js');
      settle(await mock(options));
    });
}
