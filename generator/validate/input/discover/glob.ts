import { sep } from 'node:path';

/** Whether an argument could mean other names than its own. */
export async function mayBeGlob(argument: string): Promise<boolean> {
  if (!/[*?[\]{}()!]/.test(argument)) return false;
  const { isDynamicPattern } = await import('tinyglobby');
  return isDynamicPattern(withSlashes(argument));
}

/**
 * The files that a glob means, sorted by code unit. Hidden ones have to be asked for, as in a shell;
 * so have those in `node_modules`.
 */
export async function filesOfGlob(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const names = await glob(withSlashes(pattern), {
    cwd,
    expandDirectories: false,
    ignore: pattern.includes('node_modules') ? [] : ['**/node_modules/**'],
  });
  return names.sort();
}

function withSlashes(pattern: string): string {
  return sep === '\\' ? pattern.replaceAll(sep, '/') : pattern;
}
