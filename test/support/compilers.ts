import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The compilers by version, each the package's own `tsc`. */
export const compilers = {
  '5.9': 'typescript-5.9',
  '6.0': 'typescript',
  '7.0': 'typescript-7',
} as const;

export type CompilerVersion = keyof typeof compilers;

/** How a module is found; each goes with its own way to write modules. */
export const resolutions = { nodenext: 'nodenext', bundler: 'esnext' } as const;

/** The strictest that the compilers have, for a library of ES2022 and a browser's or server's globals. */
const strictest = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  noEmit: true,
};

/** The errors that a compiler finds in a folder, each as `file(line,column): error ...`. */
export async function compile(
  folder: string,
  version: CompilerVersion,
  resolution: keyof typeof resolutions = 'nodenext',
): Promise<string[]> {
  const config = join(folder, `tsconfig.${version}.${resolution}.json`);
  const compilerOptions = {
    ...strictest,
    moduleResolution: resolution,
    module: resolutions[resolution],
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ['.'] }));
  const tsc = resolve('node_modules', compilers[version], 'bin', 'tsc');
  const [code, text] = await run([tsc, '--project', config, '--pretty', 'false'], folder);
  const errors = text.split('\n').filter((line) => /error TS\d+/.test(line));
  if ((code === 0) !== (errors.length === 0)) throw new Error(`tsc ${version}: ${code} ${text}`);
  return errors;
}

/** The version that a compiler says it has. */
export async function versionOf(version: CompilerVersion): Promise<string> {
  const tsc = resolve('node_modules', compilers[version], 'bin', 'tsc');
  const [, text] = await run([tsc, '--version'], '.');
  return text.replace(/^Version /, '').trim();
}

function run(args: readonly string[], cwd: string): Promise<[number | null, string]> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.once('error', reject);
    child.once('close', (code) => settle([code, text]));
  });
}
