import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  code,
  dataLiteral,
  docComment,
  docLines,
  docText,
  identifier,
  join,
  numberLiteral,
  propertyKey,
  stringLiteral,
  UnsafeName,
} from '../../generator/emit/encode/index.js';
import { hostileProse, hostileTexts } from '../support/hostile-texts.js';
import { outline } from '../support/syntax-tree.js';

/** What a piece of code is worth. */
function valueOf(expression: string): unknown {
  return runInThisContext(`'use strict'; (${expression});`);
}

/** Any UTF-16 at all, lone surrogates included, and what is made to break out, in any order. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...[
          ...Array.from('*/@{}<>!\\\'"`$()[]#&;:- \n\r\ta0'),
          '\u2028',
          '\u202e',
          'link',
          'script',
          '__proto__',
        ],
        ...hostileTexts,
      ),
    )
    .map((pieces) => pieces.join('')),
);

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data')),
    fc
      .array(fc.tuple(fc.oneof(text, fc.constantFrom('__proto__', 'a', '0')), tie('data')))
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));

/** Characters that end a line, hide, or turn what follows. */
const raw = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}|<\/|<!/u;

describe('a string literal', () => {
  it('is worth the text, in one line without anything that hides', () => {
    fc.assert(
      fc.property(text, (value) => {
        const literal = stringLiteral(value);
        expect(valueOf(literal)).toBe(value);
        expect(literal).not.toMatch(raw);
      }),
    );
  });
});

describe('a data literal', () => {
  it('is worth the data, at whatever indent', () => {
    fc.assert(
      fc.property(data, fc.nat(40), fc.nat(120), (value, indent, lead) => {
        const again = valueOf(dataLiteral(value, indent, lead));
        expect(JSON.stringify(again)).toBe(JSON.stringify(value));
        expect(again).toEqual(value);
      }),
    );
  });

  it('has an own member, and no prototype, of the name __proto__', () => {
    const value = JSON.parse('{"__proto__":{"x":1}}') as object;
    const again = valueOf(dataLiteral(value)) as object;
    expect(Object.keys(again)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(again)).toBe(Object.prototype);
  });

  it('leaves out what is undefined', () => {
    expect(valueOf(dataLiteral({ a: undefined, b: [1] }))).toEqual({ b: [1] });
  });
});

describe('a number literal', () => {
  it('is worth the number', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(valueOf(numberLiteral(value))).toBe(value);
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])('there is none of %s', (value) => {
    expect(() => numberLiteral(value)).toThrow(UnsafeName);
  });
});

describe('a doc text', () => {
  it('never ends its comment, begins another, or ends a line', () => {
    fc.assert(
      fc.property(text, (value) => {
        const encoded = docText(value);
        expect(encoded).not.toContain('*/');
        expect(encoded).not.toContain('/*');
        expect(encoded).not.toMatch(raw);
      }),
    );
  });

  it('is text in its comment: no tag, no link, and the code behind it stays code', () => {
    const harmless = outline('x.ts', '/** a */\nconst x = 1;', { named: true });
    fc.assert(
      fc.property(text, text, fc.nat(4), (one, two, indent) => {
        const comment = docComment(docLines(docText(one), docText(two)), indent);
        expect(outline('x.ts', `${comment}\nconst x = 1;`, { named: true })).toEqual(harmless);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the words', () => {
    expect(docText('Two\n  lines, 2 * 3 / 4.')).toBe('Two lines, 2 * 3 / 4.');
    expect(docText(hostileProse)).toContain('../../../../etc/passwd');
  });
});

describe('a name', () => {
  it('is an identifier as it stands, or refused', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.stringMatching(/^[\w$]{0,8}$/)), (name) => {
        let encoded: string;
        try {
          encoded = identifier(name);
        } catch (error) {
          expect(error).toBeInstanceOf(UnsafeName);
          return;
        }
        expect(encoded).toBe(name);
        expect(valueOf(`({ x: ({ ${encoded}: 1 }) }).x.${encoded}`)).toBe(1);
      }),
    );
  });

  it('is refused where it is none', () => {
    const names = [...hostileTexts, '', 'a b', '1st', 'a-b', 'é'].filter(
      (name) => name !== 'constructor',
    );
    for (const name of names) expect(() => identifier(name), name).toThrow(UnsafeName);
  });

  it('is the key of its own property, quoted where it must be', () => {
    const name = fc.oneof(text, fc.stringMatching(/^[\w$]{0,8}$/), fc.constant('__proto__'));
    fc.assert(
      fc.property(name, (key) => {
        const made = valueOf(`{ ${propertyKey(key)}: 1 }`) as object;
        expect(Object.entries(made)).toEqual([[key, 1]]);
      }),
    );
    expect(propertyKey('plain')).toBe('plain');
    expect(propertyKey('not plain')).toBe("'not plain'");
  });
});

describe('pieces of code', () => {
  it('stand as they are in what is put together', () => {
    const pieces = [stringLiteral('${a}'), stringLiteral('$&')];
    expect(code`[${join(pieces, ', ')}]`).toBe("['${a}', '$&']");
  });
});
