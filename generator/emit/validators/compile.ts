import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build as bundle } from 'esbuild';
import type { EmittedFile } from '../emitted-file.js';
import type { Schema } from '../json-schema.js';
import type { OperationSchemas } from '../schemas.js';
import { byteLimits } from './byte-limits.js';

/** How many modules are bundled at a time: more of them would only be held longer. */
const batchSize = 500;

/**
 * Compiles each endpoint's schemas to one module of plain ESM that needs nothing at run time.
 * ajv's standalone code still requires parts of ajv; bundling puts them in.
 */
export async function compileValidators(
  schemas: ReadonlyMap<string, OperationSchemas>,
): Promise<EmittedFile[]> {
  const ajv = newAjv();
  const all = [...schemas];
  const files: EmittedFile[] = [];
  for (let start = 0; start < all.length; start += batchSize) {
    const batch = all.slice(start, start + batchSize);
    files.push(
      ...(await bundleAll(new Map(batch.map(([path, own]) => [path, standalone(ajv, own)])))),
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
          build.onResolve({ filter: /.*/ }, ({ path, kind }) =>
            kind === 'entry-point' ? { path, namespace: 'standalone' } : undefined,
          );
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

function newAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    strict: false,
    messages: false,
    // The schemas are our own, and tests hold them against the metaschema.
    meta: false,
    validateSchema: false,
    code: { source: true, esm: true, lines: false, optimize: 1 },
    keywords: [...byteLimits],
  });
}

function standalone(ajv: Ajv2020, own: OperationSchemas): string {
  const ids = Object.entries(own).map(([name, schema]: [string, Schema]) => {
    ajv.addSchema(withoutProse(schema) as Schema);
    return [name, schema['$id']];
  });
  const code = standaloneCode.default(ajv, Object.fromEntries(ids) as Record<string, string>);
  // What is compiled is not needed again: thousands of endpoints cost the memory of one.
  for (const [, id] of ids) ajv.removeSchema(id as string);
  return code;
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
