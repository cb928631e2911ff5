// What action.yml runs: the action's inputs become arguments of `msdk validate`, its summary the outputs.
// Plain ESM without a dependency: a workflow has this file as it is in the repository, neither built nor installed.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

const { env, execPath, platform } = process;
const written = (name) => env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '';
const input = (name) => written(name).trim();
/** An input that is a list, one item a line. A name may begin or end with a blank. */
const lines = (name) =>
  written(name)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

// The command runs at the top of the workspace, so that the reports name files as GitHub does.
const workspace = resolve(env.GITHUB_WORKSPACE || '.');
const folder = relative(workspace, resolve(workspace, input('working-directory')));
const inFolder = (name) => (isAbsolute(name) ? name : join(folder, name));

const scratch = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'msdk-validate-'));
const report = join(scratch, 'report.json');
process.exitCode = main();
rmSync(scratch, { recursive: true, force: true });

function main() {
  const problem = wrongInput();
  if (problem !== undefined) {
    say(`::error title=msdk validate::${escaped(problem)}`);
    return finish(2, undefined);
  }
  const reporters = lines('reporter');
  const status = run(['validate', ...options(reporters), '--', ...files()], reporters);
  const summary = summaryOf(report);
  // npx ends with 1 where it finds no package. Without a summary nothing was validated.
  return finish(summary === undefined ? 2 : status, summary);
}

function wrongInput() {
  if (lines('files').length === 0) return 'The input "files" names nothing.';
  if (!['', 'request', 'response'].includes(input('part')))
    return `The input "part" is request or response, not ${input('part')}.`;
  if (!/^(?:true|false)?$/i.test(input('lenient')))
    return `The input "lenient" is true or false, not ${input('lenient')}.`;
  return undefined;
}

/** Options as `--name=value`, so that no value is taken for an option. */
function options(reporters) {
  const option = (name, value) => (value === '' ? [] : [`--${name}=${value}`]);
  const file = (name) => (input(name) === '' ? '' : inFolder(input(name)));
  const sarif = file('sarif-file');
  return [
    ...(input('part') === '' ? [] : [`--${input('part')}`]),
    ...(input('lenient').toLowerCase() === 'true' ? ['--lenient'] : []),
    ...['endpoint', 'min-coverage', 'lang', 'max'].flatMap((name) => option(name, input(name))),
    ...['base-url', 'fail-on'].flatMap((name) => lines(name).map((item) => `--${name}=${item}`)),
    ...option('coverage', file('coverage-file')),
    ...(reporters.length === 0 ? ['github'] : reporters).map((item) => {
      const [, name, path] = /^([^=]*)=(.+)$/.exec(item) ?? [];
      return `--reporter=${path === undefined ? item : `${name}=${inFolder(path)}`}`;
    }),
    ...(sarif === '' ? [] : [`--reporter=sarif=${sarif}`]),
    `--reporter=json=${report}`,
  ];
}

/** Files and globs as they are named from the top of the workspace. */
function files() {
  const plain = folder.replace(/[*?[\]{}()!]/g, '\\$&');
  return lines('files').map((name) => {
    const path = inFolder(name);
    if (path === '-') return './-'; // a file: a step has no standard input
    return isAbsolute(name) || existsSync(join(workspace, path)) ? path : join(plain, name);
  });
}

function run(args, reporters) {
  const [program, ...before] = command();
  // GitHub takes lines of the output for commands. What is not written for it must not give any.
  const quiet = reporters.some((name) => !name.includes('=') && name !== 'github');
  const token = randomUUID();
  if (quiet) say(`::stop-commands::${token}`);
  const ended = spawnSync(program, [...before, ...args], {
    cwd: workspace,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (quiet) say(`::${token}::`);
  if (ended.error !== undefined)
    say(`::error title=msdk validate::${escaped(ended.error.message)}`);
  return ended.status ?? 2;
}

/** The command: a local copy's `dist/msdk.js` where MSDK_VALIDATE_BIN names it, else the package by npx. */
function command() {
  if (env.MSDK_VALIDATE_BIN) return [execPath, resolve(env.MSDK_VALIDATE_BIN)];
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const args = ['--yes', '--', `${own.name}@${input('version') || own.version}`];
  // On Windows npx is a batch file, whose arguments would go through a shell.
  const npx = join(dirname(execPath), 'node_modules', 'npm', 'bin', 'npx-cli.js');
  return platform === 'win32' ? [execPath, npx, ...args] : ['npx', ...args];
}

/** The summary with which a report in JSON ends, or nothing where there is no report. */
function summaryOf(path) {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path);
  const start = text.lastIndexOf('"summary":');
  return start < 0 ? undefined : JSON.parse(`{${text.subarray(start).toString().trimEnd()}`);
}

function finish(code, counted) {
  const { errors = '', warnings = '', payloads = '' } = counted?.summary ?? {};
  const sarif = input('sarif-file') && inFolder(input('sarif-file'));
  const isWritten = sarif !== '' && existsSync(resolve(workspace, sarif));
  output('errors', errors);
  output('warnings', warnings);
  output('payloads', payloads);
  output('exit-code', code);
  output('sarif-file', isWritten ? sarif : '');
  if (counted !== undefined) say(`errors: ${errors}, warnings: ${warnings}, payloads: ${payloads}`);
  return code;
}

/** Sets an output. No value can end itself and begin another output: nobody guesses the delimiter. */
function output(name, value) {
  if (!env.GITHUB_OUTPUT) return;
  const delimiter = randomUUID();
  appendFileSync(env.GITHUB_OUTPUT, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

function escaped(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function say(line) {
  writeSync(1, `${line}\n`);
}
