import { parse } from 'yaml';
import type { RawFile } from '../../generator/load/index.js';
import { codes, friends, login, mode, player, textOf } from './tiny-catalogue.js';

type Json = Readonly<Record<string, unknown>>;

interface Service extends Json {
  readonly environments: readonly Json[];
  readonly query: Json;
  readonly signing: Json;
}

/** The tiny catalogue with one prose in every place that takes any text, those included that it lacks. */
export function proseCatalogue(prose: string): RawFile[] {
  const text = { en: prose, zh: prose, ko: prose };
  const about = { text, sources: ['manual:80'] };
  const lifecycle = (status: string) => ({ status, date: '2020-01', ...about });
  const ending = { ...lifecycle('deprecated'), replacedBy: prose };
  const evidence = {
    contradictions: [
      {
        about: prose,
        kind: 'meaning',
        says: { [prose]: ['manual:81'], other: ['manual:82'] },
        decided: prose,
        by: 'safer-reading',
        why: prose,
      },
    ],
    holes: [{ about: prose, ...about }],
  };
  const limits = [{ max: 1e6, unit: 'characters', basis: 'stated', ...about }];
  const member = (more: Json = {}) => ({ type: 'string', optional: 'stated', ...about, ...more });
  const endpoint = { title: text, text, notes: [about, about], limits, ...evidence };
  const { manual } = read('sources.yaml') as { manual: Json };
  const data = { [prose]: prose, list: [prose, { [prose]: [prose] }] };

  return [
    changed(login, {
      ...endpoint,
      lifecycle: lifecycle('stopped'),
      query: { passed: member() },
      request: {
        name: member({ default: prose, limits, lifecycle: ending }),
        mode: member({ type: 'Mode' }),
        fixed: member({ const: { value: prose, basis: 'stated', sources: ['manual:83'] } }),
        formed: member({ pattern: `^${escapeRegExp(prose)}$` }),
        needed: member({ required: { basis: 'stated', when: text }, optional: undefined }),
        left: member({ optional: { basis: 'stated', when: text } }),
        inner: member({
          type: 'object',
          members: { deep: member({ lifecycle: lifecycle('since') }) },
        }),
        any: member({ type: 'json' }),
      },
      response: { player: member({ type: 'Player' }), any: member({ type: 'json' }) },
      examples: [
        {
          name: 'success',
          request: { name: prose, fixed: prose, formed: prose, mode: prose, any: data },
          response: { ret: 0, msg: prose, player: { nick: prose }, any: data },
          sources: ['manual:84'],
        },
        { name: 'other', response: { ret: 1, msg: prose }, sources: ['manual:85'] },
      ],
    }),
    changed(friends, { ...endpoint, lifecycle: { ...ending, replacedBy: undefined } }),
    changed(player, { text, limits, members: { nick: member() }, ...evidence }),
    changed(mode, {
      text,
      closed: 'stated',
      values: [
        { value: prose, name: 'first', lifecycle: ending, attributes: { note: prose }, ...about },
        { value: 'second', name: 'second', ...about },
      ],
      ...evidence,
    }),
    changed(codes, {
      title: text,
      text,
      codes: [code({ code: -1 }), code({ code: -2 })],
      ...evidence,
    }),
    {
      path: 'errors/by-words.yaml',
      text: print({
        id: 'by-words',
        carriedBy: 'text',
        scope: 'all',
        title: text,
        sources: ['manual:86'],
        codes: [code({ match: prose })],
      }),
    },
    changed('service.yaml', service()),
    { path: 'sources.yaml', text: print({ manual: { ...manual, title: text, edition: prose } }) },
    { path: 'glossary.yaml', text: print([text]) },
  ];

  function service(): Json {
    const { environments, query, signing, ...rest } = read('service.yaml') as Service;
    const vectors = [{ input: prose, output: '0'.repeat(32), sources: ['manual:87'] }];
    return {
      ...rest,
      text,
      environments: environments.map((item) => ({
        ...item,
        text,
        lifecycle: lifecycle('stopped'),
      })),
      query: { ...query, extra: member({ default: prose, lifecycle: ending }) },
      signing: { ...signing, text, vectors },
      notes: [about],
      ...evidence,
    };
  }

  function code(known: Json): Json {
    return { ...known, ...about, advice: text, action: 'retry', retry: 'later', basis: 'stated' };
  }
}

/** A file of the tiny catalogue with other values, as JSON, which is YAML. */
function changed(path: string, values: Json): RawFile {
  return { path, text: print({ ...read(path), ...values }) };
}

function read(path: string): Json {
  return parse(textOf(path)) as Json;
}

function print(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
