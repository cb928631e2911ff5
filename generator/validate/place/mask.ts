import { plainSpelling } from './plain-spelling.js';
import { valueAt, type Stretch } from './secret-value.js';

/** Parts of the names of what is secret wherever it stands, beside what the catalogue knows: alternatives of an expression. */
export const telling =
  'token|secret|passw|passphrase|pwd|ticket|cookie|authorization|signature|openkey|appkey|msdkkey|paykey|pfkey|api[_-]?key|session';

/** The longest name that is looked at. */
const longestName = 80;

/** What an address has before its host: a name and a password. */
const userInfo = /(?<=:\/\/|:\\\/\\\/)[^\s/"'\\@?#]{1,256}(?=@)/g;

/** Bytes as base64 has them, which may be a whole body with all that is in it. */
const base64 = /[A-Za-z0-9+/]{24,}={0,2}/g;

/** Values that are long enough to be told apart from ordinary words, and short enough to be repeated. */
const telltale = { shortest: 8, longest: 4096 };

/** How many values are searched for elsewhere: a text with so many secrets repeats none by chance. */
const mostTelltales = 200;

/** A text without its secrets. */
export interface Masked {
  /** As long as the text it is of: asterisks stand for what is secret. */
  readonly text: string;
  /** Hides in words about the text what is secret in themselves, and what was hidden in the text. */
  readonly words: (text: string) => string;
}

/** Hides secrets in texts of any form: JSON whole or broken, addresses, headers, JSON within strings. */
export class Mask {
  readonly #names: RegExp;
  readonly #whole: RegExp;

  /** `names` are those of members and parameters that the catalogue knows to be secret. */
  constructor(names: readonly string[]) {
    const known = names.map((name) => name.replace(/\W/g, '\\$&')).join('|');
    const part = '[\\w.-]';
    const quote = `\\\\*["']`;
    const name = `(?:${part}{0,${longestName}}(?:${telling})${part}{0,${longestName}}|${known})`;
    const colon = '\\s*:\\s*';
    this.#whole = new RegExp(`^${name}$`, 'i');
    this.#names = new RegExp(
      // A pair as captures have headers, and the other way round: "name": "Cookie", "value": "...".
      `(?<=name${quote}${colon}${quote})${name}${quote}\\s*,(?:[^{}[\\]]{0,200}?,)?\\s*${quote}value${quote}${colon}` +
        `|(?<=["'])value${quote}${colon}(?=(${quote})(?:(?!\\1)[^\\n{}]){0,8192}\\1\\s*,\\s*${quote}name${quote}${colon}${quote}${name}${quote})` +
        // A name starts where no other goes on; behind an escaped line end, or an escaped sign of an address.
        `|(?:(?<![\\w.\\\\-])(${quote})|(?<!${part})|(?<=\\\\[nrt]|%[0-9a-f]{2}))${name}\\2?\\s*(?:[:=]|%3[ad])\\s*`,
      'gi',
    );
  }

  /** Whether a member or parameter of this name holds a secret. */
  covers(name: string): boolean {
    return this.#whole.test(name);
  }

  /** The text with every secret replaced by as many asterisks, so that all places stay what they are. */
  of(text: string): string {
    return this.reading(text).text;
  }

  /** The text without secrets, and what it takes to speak of it. */
  reading(text: string): Masked {
    const stretches = this.#stretchesIn(text);
    const secrets = telltalesIn(text, stretches);
    const hide = (words: string): string => withoutTelltales(words, secrets);
    return {
      text: hide(hidden(text, stretches)),
      words: (words) => hide(hidden(words, this.#stretchesIn(words))),
    };
  }

  /** The stretches that are secret, in their order, none within another. */
  #stretchesIn(text: string): Stretch[] {
    const { plain, at } = plainSpelling(text);
    const named = this.#named(plain).map(([start, end]): Stretch => [at(start), at(end)]);
    const others = [...text.matchAll(userInfo)];
    if (/base64/i.test(text)) others.push(...text.matchAll(base64));
    const found = others.map(({ index, 0: { length } }): Stretch => [index, index + length]);
    return found.length === 0 ? named : apart([...named, ...found]);
  }

  #named(text: string): Stretch[] {
    const found: Stretch[] = [];
    this.#names.lastIndex = 0;
    for (let key = this.#names.exec(text); key !== null; key = this.#names.exec(text)) {
      const start = key.index + key[0].length;
      const stretch = valueAt(text, start, key[0], isAtLineStart(text, key.index));
      if (stretch[1] > stretch[0]) found.push(stretch);
      this.#names.lastIndex = Math.max(stretch[1], start);
    }
    return found;
  }
}

function isAtLineStart(text: string, index: number): boolean {
  return index === 0 || text[index - 1] === '\n';
}

/** The same stretches in their order, those that overlap made one. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last === undefined || start > last[1]) merged.push([start, end]);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
  }
  return merged;
}

function hidden(text: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return text;
  let result = '';
  let at = 0;
  for (const [start, end] of stretches) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\s]/g, '*');
    at = end;
  }
  return result + text.slice(at);
}

function telltalesIn(text: string, stretches: readonly Stretch[]): string[] {
  const values = new Set<string>();
  for (const [start, end] of stretches) {
    const value = text.slice(start, end).trim();
    if (value.length < telltale.shortest || value.length > telltale.longest) continue;
    values.add(value);
    if (values.size === mostTelltales) break;
  }
  // The longest first, lest a part of one be hidden and the rest be left.
  return [...values].sort((a, b) => b.length - a.length);
}

/** Hides what was hidden once wherever else it stands. */
function withoutTelltales(text: string, values: readonly string[]): string {
  let result = text;
  for (const value of values) result = result.replaceAll(value, '*'.repeat(value.length));
  return result;
}
