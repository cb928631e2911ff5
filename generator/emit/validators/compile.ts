import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build as bundle } from 'esbuild';
import type { EmittedFile } from '../emitted-file.js';
import type { Schema } from '../json-schema.js';
import { keywords, replaced } from './keywords.js';
import type { PredicateSchemas } from './predicates.js';

/** What the module of one endpoint is made from. */
export interface ValidatorSource {
  readonly schemas: PredicateSchemas;
  /** A module of ours whose predicates are passed on, and their names. */
  readonly passedOn?: { readonly from: string; readonly names: readonly string[] };
  /** The endpoint's facts as JSON text. */
  readonly facts?: string;
}

/** How many modules are bundled at a time: more of them would only be held longer. */
const batchSize = 500;

/**
 * Compiles each endpoint's predicates to one module of plain ESM that needs nothing at run time.
 * ajv's standalone code still requires parts of ajv; bundling puts them in.
 */
export async function compileValidators(
  sources: ReadonlyMap<string, ValidatorSource>,
): Promise<EmittedFile[]> {
  const ajv = newAjv();
  const all = [...sources];
  const files: EmittedFile[] = [];
  for (let start = 0; start < all.length; start += batchSize) {
    const batch = all.slice(start, start + batchSize);
    files.push(
      ...(await bundleAll(new Map(batch.map(([path, own]) => [path, moduleOf(ajv, own)])))),
    );
  }
  return files;
}

async function bundleAll(sources: ReadonlyMap<string, string>): Promise<EmittedFile[]> {
  const result = await bundle({
    entryPoints: [...sources.keys()],
    bundle: true,
    write: false,
    format: 'esm',
    // For browsers, texts are printed so that no </script> stands in them.
    platform: 'browser',
    mainFields: ['main'],
    target: 'es2022',
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    outdir: '/validators',
    outbase: '/',
    logLevel: 'silent',
    plugins: [
      {
        name: 'standalone-code',
        setup(build) {
          build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
            if (kind === 'entry-point') return { path, namespace: 'standalone' };
            return kind === 'import-statement' ? { path, external: true } : undefined;
          });
          build.onLoad({ filter: /.*/, namespace: 'standalone' }, ({ path }) => ({
            contents: sources.get(path) ?? '',
            loader: 'js',
            resolveDir: import.meta.dirname,
          }));
        },
      },
    ],
  });
  const texts = new Map(
    result.outputFiles.map(({ path, text }) => [
      path.replaceAll('\\', '/').replace(/^.*?\/validators\//, '/'),
      text,
    ]),
  );
  return [...sources.keys()].map((path) => {
    const text = texts.get(`${path}.js`);
    if (text === undefined) throw new Error(`no validator was built for ${path}`);
    return { path: `validators${path}.js`, text };
  });
}

function newAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    messages: false,
    // The schemas are our own, and tests hold them against the metaschema.
    meta: false,
    validateSchema: false,
    code: { source: true, esm: true, lines: false, optimize: 1 },
  });
  for (const keyword of replaced) ajv.removeKeyword(keyword);
  for (const keyword of keywords) ajv.addKeyword(keyword);
  return ajv;
}

function moduleOf(ajv: Ajv, { schemas, passedOn, facts }: ValidatorSource): string {
  const names = new Map<string, string>();
  const aliases: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const id = String(schema['$id']);
    const first = names.get(id);
    if (first !== undefined) aliases.push(`${first} as ${name}`);
    else {
      names.set(id, name);
      ajv.addSchema(asPredicate(schema));
    }
  }
  const byName = Object.fromEntries([...names].map(([id, name]) => [name, id]));
  const code = withLiterals(withoutErrors(standaloneCode.default(ajv, byName)));
  // What is compiled is not needed again: thousands of endpoints cost the memory of one.
  for (const id of names.keys()) ajv.removeSchema(id);
  return [
    code,
    `export { ${aliases.join(', ')} };`,
    passedOn && `export { ${passedOn.names.join(', ')} } from ${JSON.stringify(passedOn.from)};`,
    facts && `export const facts = ${JSON.stringify(facts)};`,
  ].join('\n');
}

/** The code that notes an error about which nothing is said; the next statement counts it. */
const noting =
  /const (err\d+) = \{\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g;

/** Counting errors is enough for a verdict. */
function withoutErrors(code: string): string {
  return code.replace(noting, '');
}

/** Patterns as literals: a bundler leaves out what nobody uses of these, but no call of a constructor. */
function withLiterals(code: string): string {
  return code.replace(/new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_, pattern: string) =>
    String(new RegExp(JSON.parse(pattern) as string, 'u')).replace(
      /[^ -~]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    ),
  );
}

/** A schema that says the same without telling what is wrong: inside `not`, no code for errors is written. */
function asPredicate(schema: Schema): Schema {
  const { $id, $defs, $schema: _dialect, ...own } = withoutProse(schema) as Schema;
  return { $id, ...($defs === undefined ? {} : { $defs }), not: { not: own } };
}

/** A schema without what only people read: the compiled code would carry it along. */
function withoutProse(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    if (!areNames && (key === 'title' || key === 'description')) return [];
    if (!areNames && (key === 'enum' || key === 'const')) return [[key, item]];
    return [[key, withoutProse(item, !areNames && (key === 'properties' || key === '$defs'))]];
  });
  return Object.fromEntries(entries) as unknown;
}
