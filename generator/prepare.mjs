// npm runs this in a clone behind `npm ci`, and in the clone that it makes to install the package from git,
// as pre-commit does: without it that package would have no command.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { npm_command: command } = process.env;
// `npm install --global` of a git address links its clone and installs nothing into it.
if (!existsSync('node_modules/esbuild'))
  execSync('npm ci --no-global --include=dev --ignore-scripts --no-audit --no-fund', {
    stdio: 'inherit',
  });
// What is packed has been built already, and with the library.
if (command !== 'pack' && command !== 'publish') {
  if (existsSync('node_modules/commander')) await import('./build.mjs');
  else process.stderr.write('msdk: without its development packages the command cannot be built\n');
}
