import { beforeAll, describe, expect, it } from 'vitest';
import type { EmittedFile } from '../../generator/emit/emitted-file.js';
import { emitFiles } from '../support/emit.js';
import { runEmitted, type Emitted } from '../support/run-emitted.js';
import { outline } from '../support/syntax-tree.js';
import { changing, login, mode, tinyCatalogue } from '../support/tiny-catalogue.js';

type Json = Readonly<Record<string, unknown>>;

/** Words that mean something to the language, and yet are members, values and keys like others. */
const words = (
  'arguments await class default delete enum eval export function get import in interface let ' +
  'new null of package return set static super switch this throw true type typeof undefined var void ' +
  'with yield Object Promise Response client request options name length global process module'
).split(' ');

/** What every object has, as the keys of data. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

const app = { baseUrl: 'http://service.invalid', apps: { qq: { appid: '1', key: 'k' } } };

/** A table of errors that are known by their words. */
function byWords(matches: readonly string[]): string {
  const rows = matches.map(
    (match) =>
      `  - { match: ${match}, text: { en: It says ${match}., zh: x, ko: x }, action: retry, retry: later, basis: stated, sources: [manual:6] }\n`,
  );
  return `id: by-words\ncarriedBy: text\nscope: listed\ntitle: { en: x, zh: x, ko: x }\nsources: [manual:6]\ncodes:\n${rows.join('')}`;
}

describe('words of the language as members, values and examples', () => {
  const member = (name: string): string =>
    `  '${name}': { type: string, optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`;
  const value = (name: string): string =>
    `  - { value: '${name}', name: '${name}', text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`;
  const lower = words.filter((word) => /^[a-z]/.test(word));
  const members = words.filter((word) => word !== 'name').map(member);
  const reply = { ...Object.fromEntries(words.map((word) => [word, word])), ret: 0, msg: 'fine' };
  let files: EmittedFile[];
  let emitted: Emitted;
  beforeAll(async () => {
    files = await emitFiles(
      tinyCatalogue({
        [login]: changing(
          ['request:\n', `request:\n${members.join('')}`],
          ['response:\n', `response:\n${words.map(member).join('')}`],
          ['  - name: success\n', "  - name: 'default'\n"],
          [
            '{ ret: 0, msg: fine, player: { nick: Ann } }',
            JSON.stringify({ ...reply, player: { nick: 'Ann' } }),
          ],
        ),
        [mode]: (text) => text + lower.map(value).join(''),
      }),
    );
    emitted = await runEmitted(files);
  });

  it('are no words of the language there', () => {
    for (const { path, text } of files)
      if (/\.(ts|js)$/.test(path))
        expect(outline(path, text, { named: false }).errors, path).toEqual([]);
  });

  it('travel as they are', async () => {
    const sent = { openid: 'A', ...Object.fromEntries(words.map((word) => [word, word])) };
    let body: unknown;
    const mock = emitted.mock.createMock();
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      body = JSON.parse(init.body as string);
      return mock.fetch(url, init);
    };
    const answer = await emitted.client.createMsdk({ ...app, fetch }).auth.login(sent);
    const { openid: _, ...own } = sent;
    expect(body).toEqual(own);
    expect(answer).toEqual({ ...reply, player: { nick: 'Ann' } });
    expect(emitted.client.Mode).toMatchObject(
      Object.fromEntries(lower.map((word) => [word, word])),
    );
  });
});

describe('the names of what every object has, as keys of data', () => {
  /** With own members of these names, which a literal would make differently. */
  const data = JSON.parse(`{${inherited.map((name) => `"${name}":{"x":1}`).join(',')}}`) as Json;
  let files: EmittedFile[];
  let emitted: Emitted;
  beforeAll(async () => {
    files = await emitFiles(
      tinyCatalogue({
        [login]: changing(
          ['type: Player\n', 'type: json\n'],
          ['{ nick: Ann }', JSON.stringify(data)],
          ['[login-codes]', '[login-codes, by-words]'],
        ),
        'errors/by-words.yaml': byWords(inherited),
      }),
    );
    emitted = await runEmitted(files);
  });

  it('are keys in the mock’s examples, and reach the client, save one that merging makes a prototype', async () => {
    const { fetch: answer } = emitted.mock.createMock();
    const refused = emitted.client
      .createMsdk({ ...app, fetch: answer })
      .auth.login({ openid: 'A', name: 'Ann' });
    await expect(refused).rejects.toMatchObject({ kind: 'reply' });
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const text = await (await answer(url, init)).text();
      return new Response(text.replace('"__proto__"', '"__proto"'));
    };
    const { player } = await emitted.client
      .createMsdk({ ...app, fetch })
      .auth.login({ openid: 'A', name: 'Ann' });
    const kept = JSON.stringify(data).replace('"__proto__"', '"__proto"');
    expect(JSON.stringify(player)).toBe(kept);
    expect(Object.keys(data)).toEqual(inherited);
  });

  it.each(inherited)('%s is the words of an error, with its meaning', async (name) => {
    const fetch = () => Promise.resolve(new Response(JSON.stringify({ ret: 9, msg: name })));
    const error: unknown = await emitted.client
      .createMsdk({ ...app, fetch })
      .auth.login({ openid: 'A', name: 'Ann' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ table: 'by-words', key: name });
    expect(emitted.client.explainError(error, 'en')?.meaning).toBe(`It says ${name}.`);
  });

  it('touch no prototype', () => {
    expect(({} as Json)['x']).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(inherited);
  });
});
