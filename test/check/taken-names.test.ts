import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { examineFiles } from '../support/examine.js';
import {
  changing,
  codes,
  friends,
  login,
  mode,
  player,
  textOf,
  tinyCatalogue,
  type Patches,
} from '../support/tiny-catalogue.js';

/** The names that a module exports, as its text lists them. */
function exportsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause !== undefined && ts.isNamedExports(exportClause))
      return exportClause.elements.map(({ name }) => name.text);
    const from = moduleSpecifier?.getText().slice(1, -1).replace(/\.js$/, '.ts') ?? '';
    return exportsOf(join(dirname(path), from));
  });
}

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The tiny catalogue with one of its things, and all that refers to it, under another name. */
const renamed = {
  struct: (name: string): Patches => ({
    [player]: undefined,
    [`types/${name}.yaml`]: textOf(player).replace('Player', name),
    [login]: changing(['type: Player', `type: ${name}`]),
    [friends]: changing(['Player[]', `${name}[]`]),
  }),
  enum: (name: string): Patches => ({
    [mode]: undefined,
    [`enums/${name}.yaml`]: textOf(mode).replace('Mode', name),
    [login]: changing(['type: Mode', `type: ${name}`]),
  }),
  'error table': (id: string): Patches => ({
    [codes]: undefined,
    [`errors/${id}.yaml`]: textOf(codes).replace('login-codes', id),
    [login]: changing(['[login-codes]', `[${id}]`]),
  }),
  endpoint: (name: string): Patches => ({
    [`endpoints/auth/${name}.yaml`]: textOf(login).replace('/auth/login', `/auth/${name}`),
  }),
} as const;

type Kind = keyof typeof renamed;

const runtime = exportsOf('templates/runtime/index.ts');
const index = [
  ...['createMsdk', 'Msdk', 'MsdkOptions', 'explainError', 'explainIn', 'Language'],
  ...['environments', 'Environment'],
];

/** What the generated client declares and where it puts files, beside what the catalogue names. */
const taken: Readonly<Record<Kind, readonly string[]>> = {
  struct: [
    ...[...runtime, ...index].map(upperFirst),
    // A module's client, an endpoint's function and data, a table's constant.
    'AuthClient',
    'AuthEndpoints',
    'AuthPlatforms',
    'AuthLogin',
    'AuthLoginOperation',
    'LoginCodesErrors',
  ],
  enum: [...runtime, ...index, 'AuthClient'].filter((name) => /^[A-Z]/.test(name)),
  endpoint: ['client', 'operations', 'login_operation', 'index'],
  'error table': ['meanings'],
};

describe.each(Object.keys(renamed) as Kind[])('the name of a catalogue’s %s', (kind) => {
  const findings = (name: string) => examineFiles(tinyCatalogue(renamed[kind](name)));

  it('is refused where the generated code gives it by itself', () => {
    expect(taken[kind].filter((name) => findings(name).length === 0)).toEqual([]);
  });

  it('is free where it does not', () => {
    const free = { struct: 'Free', enum: 'Free', endpoint: 'free', 'error table': 'free' };
    expect(findings(free[kind])).toEqual([]);
  });
});
