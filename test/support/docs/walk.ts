import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageCopy } from '../package-copy.js';
import type { Block } from './markdown.js';

/** What a document shows below a command, and what the command prints. */
export interface Shown {
  readonly command: string;
  readonly shown: string;
  readonly printed: string;
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/**
 * Does in a copy of the package what blocks say, in their order: writes what is `new`, adds the YAML to
 * `append`, makes the changes of a diff, and runs commands. A diff that is a `mistake` is mended after
 * the commands that follow it.
 */
export async function walk(root: string, blocks: readonly Block[]): Promise<Shown[]> {
  packageCopy(root);
  cpSync('generated', join(root, 'generated'), { recursive: true });
  const seen: Shown[] = [];
  let mend = (): void => undefined;
  for (const { language, words, text } of blocks) {
    const path = join(root, words.at(-1) ?? '');
    if (['yaml', 'text'].includes(language) && words[0] === 'new') writeFileSync(path, text);
    if (language === 'yaml' && words[0] === 'append') appendFileSync(path, text);
    if (language === 'diff') {
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, patched(before, text));
      if (words[0] === 'mistake') mend = () => writeFileSync(path, before);
    }
    if (language === 'console') {
      for (const { command, shown } of commandsOf(text))
        seen.push({ command, shown, printed: await run(command, root) });
      mend();
      mend = () => undefined;
    }
  }
  return seen;
}

/** A text with the lines that a diff takes away replaced by those that it adds. */
function patched(text: string, diff: string): string {
  const lines = (sign: string): string =>
    [...diff.matchAll(/^([+-])(.*\n)/gm)]
      .filter(([, found]) => found === sign)
      .map(([, , line]) => line)
      .join('');
  if (text.split(lines('-')).length !== 2) throw new Error(`not there once: ${lines('-')}`);
  return text.replace(lines('-'), () => lines('+'));
}

/** The commands of a console block, each with the output that is shown below it. */
function commandsOf(text: string): { command: string; shown: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n');
      return { command, shown: output.join('\n') };
    });
}

/** Runs a command; npm's own lines and its rebuilding of the command are left out. */
function run(command: string, cwd: string): Promise<string> {
  const script = command.replace(/^npm run (\S+)$/, (_, name: string) =>
    String(scripts[name]?.split('&&').at(-1)),
  );
  const program = script.trim().replace(/^msdk /, 'node dist/msdk.js ');
  return new Promise((settle) => {
    execFile('sh', ['-c', program], { cwd }, (_, stdout, stderr) => settle(stdout + stderr));
  });
}
