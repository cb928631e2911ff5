import { lstatSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { Collected } from './discover/collected.js';
import { filesInFolder } from './discover/folder.js';
import { filesOfGlob, mayBeGlob } from './discover/glob.js';
import { errorCode } from './discover/error-code.js';
import { nearestFile } from './discover/nearest-file.js';
import type { Discovered } from './discover/types.js';

export type { Discovered, DiscoveredInput, DiscoveryProblem } from './discover/types.js';

/** Names of what a command is given by whoever starts it. */
const standardInput = /^(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/;

/**
 * Finds what a command's arguments name: files, folders, globs, and `-` for the standard input.
 *
 * Inputs come in the order of the arguments; those of a folder or glob sorted by code unit; each once.
 * What exists under an argument's very name is that, even where the name could be a glob.
 */
export async function discoverInputs(args: readonly string[], cwd: string): Promise<Discovered> {
  const collected = new Collected(cwd);
  for (const argument of args) {
    if (standardInput.test(argument)) {
      collected.addStandardInput(argument);
      continue;
    }
    const found = argument === '' ? 'ENOENT' : statsOf(resolve(cwd, argument));
    if (typeof found !== 'string') takeExisting(argument, found, collected);
    else if (found !== 'ENOENT' && found !== 'ENOTDIR')
      collected.report({ kind: 'unreadable', argument, name: argument, code: found });
    else if (await mayBeGlob(argument)) await takeGlob(argument, cwd, collected);
    else reportMissing(argument, cwd, collected);
  }
  return collected.result();
}

function takeExisting(argument: string, stats: Stats, collected: Collected): void {
  if (!stats.isDirectory()) {
    collected.add(argument, argument, stats);
    return;
  }
  const { names, unreadable } = filesInFolder(collected.pathOf(argument));
  const prefix = argument.replace(/^(?:\.\/+)+|\/+$/g, '');
  const shown = (name: string): string => {
    if (name === '') return argument;
    if (prefix === '') return argument.startsWith('/') ? `/${name}` : name;
    return prefix === '.' ? name : `${prefix}/${name}`;
  };
  for (const { name, code } of unreadable)
    collected.report({ kind: 'unreadable', argument, name: shown(name), code });
  if (names.length === 0 && unreadable.length === 0)
    collected.report({ kind: 'empty-folder', argument });
  for (const name of names) takeFile(argument, shown(name), collected);
}

async function takeGlob(argument: string, cwd: string, collected: Collected): Promise<void> {
  const names = await filesOfGlob(argument, cwd);
  if (names.length === 0) collected.report({ kind: 'no-match', argument });
  for (const name of names) takeFile(argument, name, collected);
}

function takeFile(argument: string, name: string, collected: Collected): void {
  const stats = statsOf(collected.pathOf(name));
  if (typeof stats === 'string')
    collected.report({ kind: 'unreadable', argument, name, code: stats });
  else collected.add(argument, name, stats);
}

function reportMissing(argument: string, cwd: string, collected: Collected): void {
  if (isLink(collected.pathOf(argument))) {
    collected.report({ kind: 'unreadable', argument, name: argument, code: 'ENOENT' });
    return;
  }
  const suggestion = nearestFile(argument, cwd);
  collected.report({
    kind: 'missing-file',
    argument,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** What a name leads to, or the code that tells why that is not to be had. */
function statsOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return errorCode(error);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
