import { code, join, type Code } from './code.js';
import { fits } from './width.js';

/** Names in brackets: on one line where it fits between what stands before and after, else one on each line. */
export function nameList(names: readonly Code[], indent: number, before: string): Code {
  const flat = code`[${join(names, ', ')}]`;
  const pad = ' '.repeat(indent) as Code;
  if (fits(pad, before, flat, ',')) return flat;
  return code`[\n${join(
    names.map((name) => code`${pad}  ${name},\n`),
    '',
  )}${pad}]`;
}

/** An exported type alias of a union: on one line or two where it fits, else one branch on each line. */
export function unionAlias(name: Code, branches: readonly Code[]): Code {
  if (branches.length === 0) return code`export type ${name} = never;`;
  const flat = code`export type ${name} = ${join(branches, ' | ')};`;
  if (fits(flat)) return flat;
  const below = code`  ${join(branches, ' | ')};`;
  if (fits(below)) return code`export type ${name} =\n${below}`;
  return code`export type ${name} =${join(
    branches.map((branch) => code`\n  | ${branch}`),
    '',
  )};`;
}
