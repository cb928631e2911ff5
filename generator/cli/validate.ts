import { Option, type Command } from 'commander';
import type { ExitCode } from './outcome.js';

/** What `msdk validate` was asked for, as it was written. */
export interface ValidateOptions {
  readonly endpoint?: string;
  readonly request?: true;
  readonly response?: true;
  readonly format?: 'json' | 'ndjson' | 'har' | 'http';
  readonly lenient?: true;
  readonly baseUrl?: readonly string[];
  readonly keyFile?: string;
  readonly failOn?: readonly string[];
  readonly reporter?: readonly string[];
  readonly json?: true;
  readonly max?: string;
  readonly lang: 'en' | 'zh' | 'ko';
  readonly coverage?: true | string;
  readonly minCoverage?: string;
  readonly duplicates?: true;
  readonly maxBytes: string;
  readonly jobs?: string;
  readonly generated?: string;
}

const more = (value: string, before: readonly string[] = []): string[] => [...before, value];

const help = `
FILES are files, globs, folders, or - for the standard input. What they hold is recognised:
  one payload              with --endpoint and --request or --response, or told by the name:
                           profile/query_vip.request.json
  {"endpoint", "request"?, "response"?, "query"?}   one, a list, or one a line (NDJSON)
  a HAR capture            calls to other hosts than the service's are passed over
  a recorded HTTP message  a request, its reply, or both

A signature is verified where there is a key: in the file that --key-file names, or in the environment
variables MSDK_APPKEY and MSDK_MSDKKEY.

Exit code: 0 nothing to report, 1 findings that count, 2 wrong usage or something that cannot be read.

Examples:
  msdk validate test/fixtures
  msdk validate --endpoint /profile/query_vip --request body.json
  msdk validate capture.har --lenient --reporter pretty --reporter sarif=msdk.sarif
  tail -f calls.ndjson | msdk validate - --reporter ndjson`;

/** `msdk validate`: payloads against the catalogue. What does the work is loaded when it is asked for. */
export function addValidate(program: Command, settle: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description('Hold recorded requests and replies against the catalogue.')
    .argument('<files...>', 'files, globs, folders, or - for the standard input')
    .option('--endpoint <path>', 'the endpoint of payloads that do not say it')
    .option('--request', 'every input is one request, or one a line')
    .option('--response', 'every input is one reply, or one a line')
    .addOption(
      new Option('--format <name>', 'do not recognise the format').choices([
        'json',
        'ndjson',
        'har',
        'http',
      ]),
    )
    .option('--lenient', 'take replies in the loose forms of the wire')
    .option('--base-url <url>', 'the service answers here too; may be repeated', more)
    .option('--key-file <file>', 'verify signatures with the keys in this file')
    .option(
      '--fail-on <level>',
      'fail on warning or deprecation too; errors always count; may be repeated',
      more,
    )
    .option(
      '--reporter <name>',
      'pretty, json, ndjson, junit, sarif, github, gitlab or tap; NAME=FILE writes to a file; may be repeated (default: pretty)',
      more,
    )
    .option('--json', 'the same as --reporter json')
    .option('--max <n>', 'show at most so many findings')
    .addOption(
      new Option('--lang <language>', 'the language of findings')
        .choices(['en', 'zh', 'ko'])
        .default('en'),
    )
    .option('--coverage [file]', 'tell what the payloads exercise: as text, or as JSON to a file')
    .option(
      '--min-coverage <percent>',
      'fail below 80, or below any of endpoints=50,members=80,values=40,errors=10',
    )
    .option('--duplicates', 'search NDJSON and HAR, too, for members that stand twice')
    .option('--max-bytes <n>', 'the most bytes of one payload or line', String(16 * 1024 * 1024))
    .option('--jobs <n>', 'how many threads may work (default: one for each processor)')
    .option('--generated <dir>', "validators of another output folder than the package's own")
    .addHelpText('after', help)
    .action(async (files: readonly string[], options: ValidateOptions) => {
      const { validate } = await import('./validate-run.js');
      settle(await validate(files, options));
    });
}
