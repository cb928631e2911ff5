import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';

/** The parts of the package as programs name them, and where they are generated. */
const parts = {
  'msdk-api': 'generated/client/index.ts',
  'msdk-api/mock/msw': 'generated/mock/msw.ts',
  'msdk-api/mock': 'generated/mock/index.ts',
  'msdk-api/validators': 'generated/validators/index.ts',
};

/** What the compiler finds wrong in each of several programs, under the project's settings. */
export function typeErrors(programs: readonly string[]): string[][] {
  const config: unknown = ts.readConfigFile('tsconfig.json', (path) =>
    ts.sys.readFile(path),
  ).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  options.paths = Object.fromEntries(
    Object.entries(parts).map(([name, path]) => [name, [resolve(path.replace(/\.js$/, '.d.ts'))]]),
  );
  const texts = new Map(programs.map((text, index) => [resolve(`program-${index}.mts`), text]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language, onError, anew) => {
      const text = texts.get(path);
      return text === undefined
        ? disk.getSourceFile(path, language, onError, anew)
        : ts.createSourceFile(path, text, language);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].map((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  });
}

/** What a program prints. Throws what it writes to stderr. */
export function outputOf(program: string): string {
  const built = buildSync({
    stdin: { contents: program, loader: 'ts', resolveDir: '.' },
    alias: Object.fromEntries(Object.entries(parts).map(([name, path]) => [name, resolve(path)])),
    bundle: true,
    packages: 'external',
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const run = spawnSync(process.execPath, ['--input-type=module', '-'], {
    input: built.outputFiles[0]?.text ?? '',
    encoding: 'utf8',
  });
  if (run.stderr !== '') throw new Error(run.stderr);
  return run.stdout;
}
