import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { EmittedFile } from '../../generator/emit/emitted-file.js';
import { emitFiles } from '../support/emit.js';
import { harmlessProse, hostileProse as prose } from '../support/hostile-texts.js';
import { proseCatalogue } from '../support/prose-catalogue.js';
import { runEmitted, type Emitted } from '../support/run-emitted.js';
import { outline } from '../support/syntax-tree.js';

type Json = Readonly<Record<string, unknown>>;

let hostile: EmittedFile[];
let harmless: EmittedFile[];
beforeAll(async () => {
  hostile = await emitFiles(proseCatalogue(prose));
  harmless = await emitFiles(proseCatalogue(harmlessProse));
});

const sources = (files: readonly EmittedFile[]): EmittedFile[] =>
  files.filter(({ path }) => /\.(ts|js)$/.test(path));

const jsonOf = (path: string): Json =>
  JSON.parse(hostile.find((file) => file.path === path)?.text ?? 'missing') as Json;

/** Everything that stands in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('hostile prose', () => {
  it('reaches every product', () => {
    const marked = hostile.filter(({ text }) => text.includes('pwned')).map(({ path }) => path);
    for (const part of ['client/enums/', 'client/errors/', 'client/types/', 'client/auth/'])
      expect(
        marked.some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
    for (const part of ['mock/', 'validators/', 'schemas/', 'openapi', 'signing-vectors'])
      expect(
        marked.some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
  });

  it('changes no file’s name', () => {
    expect(hostile.map(({ path }) => path)).toEqual(harmless.map(({ path }) => path));
  });

  it('changes nothing in any source but texts and comments', () => {
    for (const [index, { path, text }] of sources(hostile).entries()) {
      // The minifier names things by how often letters occur, in texts too.
      const named = !/^validators\/.+\/.+\.js$/.test(path);
      const found = outline(path, text, { named });
      expect(found.errors, path).toEqual([]);
      expect(found, path).toEqual(outline(path, sources(harmless)[index]?.text ?? '', { named }));
    }
  });

  it('leaves nothing in any source that hides, turns, or ends a line or a script', () => {
    for (const { path, text } of sources(hostile)) {
      expect(text.match(/[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u), path).toBeNull();
      expect(text.match(/<\/script/i), path).toBeNull();
      expect(text.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u), path).toBeNull();
    }
  });

  it('leaves JSON that is JSON, and YAML that says the same', () => {
    for (const { path, text } of hostile)
      if (path.endsWith('.json')) expect(() => JSON.parse(text) as unknown, path).not.toThrow();
    const yaml = hostile.find(({ path }) => path === 'openapi.yaml')?.text ?? '';
    expect(parse(yaml)).toEqual(jsonOf('openapi.json'));
    // What YAML 1.2 does not print, and what older readers take for the end of a line.
    expect(yaml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
  });

  it('is no Markdown and no HTML in what is read as Markdown', () => {
    const descriptions = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, item]) =>
            /^(x-)?description(-zh|-ko)?$/.test(key) && typeof item === 'string'
              ? [item]
              : descriptions(item),
          );
    const found = descriptions(jsonOf('openapi.json')).filter((text) => text.includes('pwned'));
    expect(found.length).toBeGreaterThan(0);
    // What stands after an even number of backslashes is not escaped.
    for (const text of found) {
      expect(text).not.toMatch(/(?<!\\)(\\\\)*</);
      expect(text).not.toMatch(/(?<!\\)(\\\\)*\](?=[(:[])/);
    }
  });

  it('comes back from the data files exactly as written', () => {
    const vectors = jsonOf('signing-vectors.json') as { published: unknown };
    expect(vectors.published).toEqual([{ input: prose, output: '0'.repeat(32) }]);
    const request = jsonOf('schemas/auth/login.request.json') as {
      properties: Record<string, Json>;
    };
    expect(request.properties['fixed']?.['enum']).toEqual([prose]);
    expect(textsIn(jsonOf('openapi.json'))).toContain(prose);
  });
});

describe('hostile prose in what is run', () => {
  let emitted: Emitted;
  beforeAll(async () => {
    emitted = await runEmitted(hostile);
  });

  const data = { [prose]: prose, list: [prose, { [prose]: [prose] }] };
  const request = { openid: 'A', name: prose, fixed: prose, formed: prose, mode: prose };
  const app = { baseUrl: 'http://service.invalid', apps: { qq: { appid: '1', key: 'k' } } };

  it('runs nowhere', () => {
    expect(emitted.client.Mode).toBeDefined();
    expect(Object.keys(globalThis)).not.toContain('__pwned');
    expect((globalThis as Json)['__pwned']).toBeUndefined();
    expect(({} as Json)['pwned']).toBeUndefined();
  });

  it('is the value of an enum', () => {
    expect(emitted.client.Mode).toEqual({ first: prose, second: 'second' });
  });

  it('is what validators take and nothing else', () => {
    const { openid: _, ...body } = request;
    const { validateRequest } = emitted.validators;
    expect(validateRequest('/auth/login', body)).toEqual({ ok: true, value: body });
    for (const name of ['fixed', 'formed', 'mode'])
      expect(validateRequest('/auth/login', { ...body, [name]: `${prose}.` }).ok, name).toBe(false);
  });

  it('goes from the client to the mock and back', async () => {
    const msdk = emitted.client.createMsdk({ ...app, fetch: emitted.mock.createMock().fetch });
    expect(await msdk.auth.login(request)).toEqual({
      ret: 0,
      msg: prose,
      player: { nick: prose },
      any: data,
    });
  });

  it('is what an error is known by, what it means and what is advised', async () => {
    const fetch = () => Promise.resolve(Response.json({ ret: 9, msg: `so: ${prose}` }));
    const error: unknown = await emitted.client
      .createMsdk({ ...app, fetch })
      .auth.login(request)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ table: 'by-words', key: prose });
    for (const language of ['en', 'zh', 'ko'])
      expect(emitted.client.explainError(error, language)).toEqual({
        meaning: prose,
        advice: prose,
      });
  });
});
