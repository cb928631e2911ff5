import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import type { EmittedFile } from '../../generator/emit/emitted-file.js';
import { temporaryFolder } from './temporary.js';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Json = Readonly<Record<string, unknown>>;

/** What the tiny catalogue gives, imported: the parts that a test calls. */
export interface Emitted {
  readonly client: {
    createMsdk(options: { baseUrl: string; apps: Json; fetch: Fetch }): {
      readonly auth: { login(request: Json): Promise<Json> };
    };
    explainError(error: unknown, language: string): { meaning: string; advice: string } | undefined;
    readonly Mode: Readonly<Record<string, string>>;
  };
  readonly mock: {
    createMock(): { readonly fetch: Fetch };
    readonly operations: readonly {
      readonly path: string;
      readonly examples: readonly (readonly [name: string, reply: Json])[];
      readonly errors: readonly { readonly id: string; readonly rows: readonly unknown[] }[];
    }[];
  };
  readonly validators: {
    validateRequest: (path: string, value: unknown) => { readonly ok: boolean };
  };
}

/** Writes emitted files to a folder of the test's own, as JavaScript, and imports them. */
export async function runEmitted(files: readonly EmittedFile[]): Promise<Emitted> {
  const modules = await Promise.all(
    files.filter(({ path }) => /(?<!\.d)\.(ts|js)$/.test(path)).map(toJavaScript),
  );
  const folder = temporaryFolder([{ path: 'package.json', text: '{"type":"module"}' }, ...modules]);
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(folder, path)).href);
  const [client, mock, validators] = await Promise.all(
    ['client/index.js', 'mock/index.js', 'validators/index.js'].map(load),
  );
  return { client, mock, validators } as Emitted;
}

async function toJavaScript({ path, text }: EmittedFile): Promise<EmittedFile> {
  if (path.endsWith('.js')) return { path, text };
  const { code } = await transform(text, { loader: 'ts', target: 'es2022' });
  return { path: path.replace(/\.ts$/, '.js'), text: code };
}
