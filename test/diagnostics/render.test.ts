import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  diagnostic,
  renderDiagnostic,
  type Diagnostic,
  type Place,
} from '../../generator/diagnostics/index.js';
import { unmark } from '../support/marks.js';

/** A diagnostic about everything that is marked in a text, and how it is printed. */
function rendered(marked: string, more: { suggestion?: string; color?: boolean } = {}): string {
  const { files, places } = unmark([{ path: 'types/Player.yaml', text: marked }]);
  const found = diagnostic('unknown-type', { name: 'Plyer' }, places, more);
  return renderDiagnostic(found, {
    color: more.color ?? false,
    textOf: (file) => files.find(({ path }) => path === file)?.text,
  });
}

/** The printed code frame: what follows the message. */
function frame(marked: string): string[] {
  return rendered(marked).split('\n').slice(1);
}

function plain(found: Diagnostic): string {
  return renderDiagnostic(found, { color: false, textOf: () => undefined });
}

const nowhere: Place = { file: 'a.yaml', line: 3, column: 7, endLine: 3, endColumn: 9 };

describe('a diagnostic as people read it', () => {
  it('begins with file, line and column, the code and the message', () => {
    expect(rendered('name: Player\nx: ⟦Plyer⟧\n', { suggestion: 'did you mean "Player"?' })).toBe(
      `\
types/Player.yaml:2:4 unknown-type There is no type or enum "Plyer".
  2 | x: Plyer
    |    ^^^^^
  did you mean "Player"?`,
    );
  });

  it('shows every guilty place', () => {
    expect(rendered(`a: ⟦one⟧\n${'\n'.repeat(98)}⟦b⟧: two\n`)).toBe(
      `\
types/Player.yaml:1:4 unknown-type There is no type or enum "Plyer".
  1 | a: one
    |    ^^^
  and types/Player.yaml:100:1
  100 | b: two
      | ^`,
    );
  });

  it('shows no frame where the text is not known, nor the line', () => {
    expect(plain(diagnostic('missing-text', {}, nowhere))).toBe(
      'a.yaml:3:7 missing-text The member has no text.',
    );
    const short = { color: false, textOf: () => 'one line' };
    expect(renderDiagnostic(diagnostic('missing-text', {}, nowhere), short)).not.toContain('\n');
  });

  it('has a place or none', () => {
    expect(plain(diagnostic('missing-text', {}, []))).toBe('missing-text The member has no text.');
  });
});

describe('the carets', () => {
  it.each([
    ['under what follows blanks', 'a:   ⟦bad⟧ # x', 'a:   bad # x', '     ^^^'],
    ['under an empty place', 'a:⟦⟧', 'a:', '  ^'],
    ['at the end of a line', 'a: ⟦⟧\nb: 1', 'a: ', '   ^'],
    ['to the end of the first of several lines', 'a: ⟦[1,\n  2]⟧', 'a: [1,', '   ^^^'],
    ['below tabs', 'a:\t⟦bad⟧', 'a:\tbad', '  \t^^^'],
    ['past wide characters', '名: ⟦bad⟧', '名: bad', '    ^^^'],
    ['past Korean', '이름: ⟦bad⟧', '이름: bad', '      ^^^'],
    ['under wide characters', 'a: ⟦名前⟧ x', 'a: 名前 x', '   ^^^^'],
    ['past fullwidth signs', '，：⟦x⟧', '，：x', '    ^'],
    ['past a character of two units', 'a: 😀 ⟦x⟧', 'a: 😀 x', '      ^'],
    ['past what is made visible', 'a: \u202e⟦x⟧', 'a: \\u202ex', '         ^'],
    ['under what is made visible', 'a: ⟦\u200b⟧', 'a: \\u200b', '   ^^^^^^'],
  ])('stand %s', (_where, marked, line, carets) => {
    expect(frame(marked).slice(0, 2)).toEqual([`  1 | ${line}`, `    | ${carets}`]);
  });

  it('show the guilty part of a line that is longer than a screen', () => {
    const [line = '', carets = ''] = frame(`a: ${'x'.repeat(500)} ⟦guilty⟧ ${'y'.repeat(500)}`);
    expect(line.length).toBeLessThanOrEqual(160);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('guilty');
  });
});

describe('colours', () => {
  const text = 'x: ⟦Plyer⟧';

  it('change nothing but the colour', () => {
    const coloured = rendered(text, { color: true, suggestion: 'did you mean "Player"?' });
    const bare = rendered(text, { suggestion: 'did you mean "Player"?' });
    expect(coloured).not.toBe(bare);
    expect(stripVTControlCharacters(coloured)).toBe(bare);
    expect(bare).not.toContain('\u001b');
  });

  it('tell errors, warnings and infos apart', () => {
    const printed = (['error', 'warning', 'info'] as const).map((severity) =>
      renderDiagnostic(diagnostic('missing-text', {}, nowhere, { severity }), {
        color: true,
        textOf: () => undefined,
      }),
    );
    expect(new Set(printed).size).toBe(3);
  });
});

/** Controls, formats that hide or turn, and ends of lines. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('text that is hostile to a terminal', () => {
  const hostile = [
    '\u001b[2J\u001b[31m',
    '\u009b2J',
    '\u0007',
    '\b\b\b',
    '\r',
    '\u007f',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u061c',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\nforged.yaml:1:1 missing-text The member has no text.',
  ];

  it.each(hostile.map((text) => [encodeURI(text), text]))('%s is made visible', (_name, text) => {
    const place = { ...nowhere, file: `a${text}.yaml` };
    const found = diagnostic('hole', { about: text, text }, place, { suggestion: text });
    const printed = renderDiagnostic(found, { color: false, textOf: () => undefined });
    const lines = printed.split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).not.toMatch(invisible);
    expect(printed).toContain(`\\u${(text.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  });

  it('is made visible in the frame too', () => {
    const [line = ''] = frame(`a: ⟦${hostile.slice(0, -1).join('')}⟧`);
    expect(line).not.toMatch(invisible);
  });
});
