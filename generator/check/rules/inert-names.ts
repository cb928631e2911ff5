import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { DataPath } from '../../diagnostics/index.js';
import type { SourceFile } from '../../load/index.js';
import type { Rule } from '../context.js';
import { allMembers } from '../walk.js';

/** Keys that reach an object's prototype, or turn an object into a promise. */
const special = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then']);

/** Words that cannot name a type, a function or a method in TypeScript. */
const reserved = new Set(
  (
    'any arguments as async await bigint boolean break case catch class const continue debugger declare default ' +
    'delete do else enum eval export extends false finally for from function get if implements import in infer ' +
    'instanceof interface is keyof let module namespace never new null number object of package private protected ' +
    'public readonly require return satisfies set static string super switch symbol this throw true try type ' +
    'typeof undefined unique unknown using var void while with yield'
  ).split(' '),
);

/** Types of TypeScript's own that a declaration would hide. */
const globals = new Set(
  'Array Boolean Date Error Function Map Number Object Promise Proxy Record Request Response Set String Symbol'.split(
    ' ',
  ),
);

/** No name can become code, a path outside, or a key of every object's prototype. */
export const inertNames: Rule = ({ catalogue }) => {
  const found: Diagnostic[] = [];
  const refuse = (
    name: string,
    reason: string,
    file: SourceFile,
    path: DataPath,
    of: 'key' | 'value',
  ): void => {
    found.push(diagnostic('hostile-name', { name, reason }, file.place(path, of)));
  };
  const checkKey = (name: string, file: SourceFile, path: DataPath): void => {
    if (special.has(name))
      refuse(name, 'every object has a member of that name', file, path, 'key');
    else if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      refuse(name, 'it is not an identifier', file, path, 'key');
  };
  const checkDeclared = (name: string, file: SourceFile, path: DataPath): void => {
    if (reserved.has(name) || special.has(name))
      refuse(name, 'it is a reserved word', file, path, 'value');
    else if (globals.has(name))
      refuse(name, 'it hides a type of the language', file, path, 'value');
  };
  for (const { name, file, path } of allMembers(catalogue)) checkKey(name, file, path);
  for (const { file, entry } of catalogue.endpoints)
    for (const part of entry.path.split('/').slice(1)) checkDeclared(part, file, ['path']);
  for (const { file, entry } of [...catalogue.types, ...catalogue.enums])
    checkDeclared(entry.name, file, ['name']);
  for (const { file, entry } of catalogue.errors) checkDeclared(entry.id, file, ['id']);
  const ownFile = 'the generator has a file of that name';
  for (const { file, entry } of catalogue.endpoints)
    if (entry.path.endsWith('/index')) refuse(entry.path, ownFile, file, ['path'], 'value');
  for (const { file, entry } of catalogue.errors)
    if (entry.id === 'meanings') refuse(entry.id, ownFile, file, ['id'], 'value');
  for (const { file, entry } of catalogue.enums)
    for (const [index, { name }] of entry.values.entries())
      if (special.has(name))
        refuse(
          name,
          'every object has a member of that name',
          file,
          ['values', index, 'name'],
          'value',
        );
  return found;
};
