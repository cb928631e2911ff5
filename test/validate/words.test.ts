import { describe, expect, it } from 'vitest';
import type { Hint, Params } from '../../templates/validators/detail.js';
import { worded } from '../../templates/validators/words.js';
import type { Language } from '../../generator/validate/finding.js';
import type { ProblemHint, ProblemParams } from '../../generator/validate/problem.js';
import { vocabularyOf, wordedProblem } from '../../generator/validate/words/index.js';

const languages: readonly Language[] = ['en', 'zh', 'ko'];

const bounds = { limit: 471, found: 863 } as const;
const ended = { status: 'deprecated', date: '2019-03' } as const;
const stopped = { status: 'stopped', date: undefined } as const;

const details: { readonly [C in keyof Params]: readonly Params[C][] } = {
  'missing-member': [{ name: 'XNAME' }],
  'unknown-member': [{ name: 'XNAME' }],
  'wrong-type': [
    { expected: ['string', 'integer', 'number'], found: 'object', shown: undefined },
    { expected: ['array', 'boolean'], found: 'number', shown: '417' },
    { expected: ['object'], found: 'null', shown: undefined },
  ],
  'wrong-value': [
    { allowed: ['417', '"XA"'], shown: '"XB"' },
    { allowed: ['417'], shown: undefined },
  ],
  'undocumented-value': [
    { documented: ['417', '"XA"'], shown: '"XB"' },
    { documented: ['417', '418'], shown: undefined },
  ],
  'wrong-form': [{ pattern: '^XA$' }],
  'out-of-range': [
    { ...bounds, bound: 'least' },
    { ...bounds, bound: 'most' },
  ],
  'too-short': [
    { ...bounds, bound: 'least', unit: 'bytes' },
    { ...bounds, bound: 'least', unit: 'characters' },
  ],
  'too-long': [
    { ...bounds, bound: 'most', unit: 'bytes' },
    { ...bounds, bound: 'most', unit: 'characters' },
  ],
  'too-few-items': [{ ...bounds, bound: 'least' }],
  'too-many-items': [{ ...bounds, bound: 'most' }],
  'too-deep': [{ deepest: 64 }],
  'deprecated-endpoint': [ended, stopped],
  'deprecated-member': [
    { name: 'XNAME', ...ended },
    { name: 'XNAME', ...stopped },
  ],
  'deprecated-value': [
    { shown: '"XA"', ...ended },
    { shown: undefined, ...stopped },
  ],
};

const hints: { readonly [K in Hint['kind']]: Extract<Hint, { kind: K }> } = {
  'did-you-mean': { kind: 'did-you-mean', name: 'XNAME' },
  'use-instead': { kind: 'use-instead', name: 'XNAME' },
  'known-members': { kind: 'known-members', names: ['XA', 'XB'] },
  write: { kind: 'write', json: '"417"' },
  'leave-out': { kind: 'leave-out' },
};

const problems: { readonly [C in keyof ProblemParams]: readonly ProblemParams[C][] } = {
  'invalid-json': [{ kind: 'trailing-comma', found: 'XFOUND' }],
  'invalid-utf8': [{ isUtf16: true }, { isUtf16: false }],
  'byte-order-mark': [{}],
  'payload-too-long': [{ limit: 471 }],
  'empty-input': [{}],
  'unknown-endpoint': [{ path: 'XPATH' }],
  'foreign-host': [{ host: 'XHOST' }],
  'missing-endpoint': [{}],
  'missing-part': [{}],
  'nothing-to-check': [{}],
  'not-an-exchange': [{}],
  'duplicate-member': [{ name: 'XNAME' }],
  'repeated-parameter': [{ name: 'XNAME' }],
  'missing-body': [{}],
  'omitted-bodies': [{}],
  'no-calls': [{}],
  'wrong-status': [{ status: 502 }],
  'wrong-signature': [{ key: 'XKEY' }],
  'no-key': [{ appid: 'XAPPID' }],
  'differs-from-query': [{ name: 'XNAME', parameter: 'XPARAMETER' }],
  'unknown-error-code': [
    { ret: -417, code: -417 },
    { ret: -10000, code: -418 },
  ],
  'bad-har': [{ kind: 'truncated', found: 'XFOUND' }],
  'bad-http-message': [{ kind: 'bad-chunk', found: 'XFOUND' }],
  'missing-file': [{ argument: 'XARGUMENT' }],
  'empty-folder': [{ argument: 'XARGUMENT' }],
  'no-match': [{ argument: 'XARGUMENT' }],
  unreadable: [{ name: 'XNAME', code: 'XCODE' }],
  'not-a-file': [{ argument: 'XARGUMENT' }],
  'more-findings': [{ most: 471 }],
};

const problemHints: { readonly [K in ProblemHint['kind']]: Extract<ProblemHint, { kind: K }> } = {
  'did-you-mean': { kind: 'did-you-mean', name: 'XNAME' },
  'say-endpoint': { kind: 'say-endpoint' },
  'say-part': { kind: 'say-part' },
  'raise-limit': { kind: 'raise-limit' },
  'record-bodies': { kind: 'record-bodies' },
};

/** Every text of a language, by what it is said of. */
function textsOf(language: Language): ReadonlyMap<string, string> {
  const { details: words, problems: problemWords } = vocabularyOf(language);
  const texts = new Map<string, string>();
  const say = (kind: string, params: readonly unknown[], told: unknown): void =>
    params.forEach((one, index) =>
      texts.set(`${kind} ${index}`, (told as (one: unknown) => string)(one)),
    );
  for (const [code, samples] of Object.entries(details))
    say(`detail ${code}`, samples, words.messages[code as keyof Params]);
  for (const [kind, hint] of Object.entries(hints))
    say(`hint ${kind}`, [hint], words.hints[kind as Hint['kind']]);
  for (const [code, samples] of Object.entries(problems))
    say(`problem ${code}`, samples, problemWords.messages[code as keyof ProblemParams]);
  for (const [kind, hint] of Object.entries(problemHints))
    say(`problem hint ${kind}`, [hint], problemWords.hints[kind as ProblemHint['kind']]);
  for (const part of ['json', 'har', 'http'] as const)
    for (const [kind, text] of Object.entries(problemWords[part]))
      texts.set(`${part} ${kind}`, text);
  texts.set('inferred', words.inferred('XMESSAGE'));
  return texts;
}

/** What a text shows of its parameters. The samples are recognised by their form; dates and JSON names stay whole. */
function shownIn(text: string): readonly string[] {
  return [...new Set(text.match(/X[A-Z]+|\d{4}-\d{2}|-?\d+/gu) ?? [])].sort();
}

/** Names and terms that are the same in every language. */
const terms = new Set(
  [
    'JSON HAR HTTP UTF null true false NaN Infinity base64 uXXXX n log entries appid ret',
    'endpoint request response query json bytes max profile query_vip',
  ].flatMap((line) => line.split(' ')),
);

describe('the words', () => {
  const english = textsOf('en');

  it.each(languages)('say something of everything, in %s', (language) => {
    const texts = textsOf(language);
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [kind, text] of texts) {
      expect(text.trim(), kind).not.toBe('');
      expect(text, kind).not.toMatch(/undefined|\[object/u);
    }
  });

  it.each(['zh', 'ko'] as const)('show in %s what they show in English', (language) => {
    for (const [kind, text] of textsOf(language))
      expect(shownIn(text), kind).toEqual(shownIn(english.get(kind) ?? ''));
  });

  it.each(['zh', 'ko'] as const)('have no English in %s but names and terms', (language) => {
    const script = language === 'zh' ? /\p{Script=Han}/u : /\p{Script=Hangul}/u;
    for (const [kind, text] of textsOf(language)) {
      expect(text, kind).toMatch(script);
      const words = text.match(/[A-Za-z][A-Za-z0-9_]*/gu) ?? [];
      const strange = words.filter((word) => !terms.has(word) && !/^X[A-Z]+$/u.test(word));
      expect(strange, kind).toEqual([]);
    }
  });

  it('come in the language that is asked for, with what was only inferred marked', () => {
    const detail = {
      code: 'missing-member',
      params: { name: 'openid' },
      severity: 'warning',
      isInferred: true,
      pointer: '/openid',
      of: 'key',
      owner: 'request',
      member: 'openid',
      source: '',
      hint: { kind: 'leave-out' },
    } as const;
    const inferred = languages.map((language) => worded(vocabularyOf(language).details, detail));
    expect(inferred).toEqual([
      { message: 'is missing (inferred)', suggestion: 'leave it out instead' },
      { message: '缺失（推断）', suggestion: '无值时请省略' },
      { message: '누락되었습니다 (추정)', suggestion: '값이 없으면 생략하세요' },
    ]);
    const problem = { code: 'empty-input', params: {} } as const;
    const empty = languages.map((language) =>
      wordedProblem(vocabularyOf(language).problems, problem),
    );
    expect(empty).toEqual([
      { message: 'holds nothing' },
      { message: '没有内容' },
      { message: '내용이 없습니다' },
    ]);
  });
});
