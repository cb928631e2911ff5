import { isObject } from '../../validate/is-object.js';
import type { SecretNames } from './secret-names.js';
import { anySpellingOf } from './spelling.js';
import type { StandIns } from './stand-ins.js';

/** Values long enough to be told from ordinary words, and short enough to be looked for elsewhere. */
const telltale = { shortest: 8, longest: 4096 };

/** How many values are looked for elsewhere. */
const mostTelltales = 200;

/**
 * Takes the secrets out of one exchange: first all of it is shown to `learn`, then each part is given to
 * `hide`. A secret is hidden where its name tells it, and wherever else it stands if it has eight
 * characters or more.
 */
export class Concealment {
  readonly #names: SecretNames;
  readonly #standIns: StandIns;
  readonly #learned = new Map<string, string>();
  #patterns: readonly { readonly pattern: RegExp; readonly standIn: string }[] | undefined;

  constructor(names: SecretNames, standIns: StandIns) {
    this.#names = names;
    this.#standIns = standIns;
  }

  /** Notes what is secret in a value; all of it where it stands under a secret name. */
  learn(value: unknown, name = '', isSecret = this.#names.has(name)): void {
    if (typeof value === 'number') this.learn(String(value), name, isSecret);
    else if (Array.isArray(value)) for (const item of value) this.learn(item, name, isSecret);
    else if (isObject(value))
      for (const [own, member] of Object.entries(value))
        this.learn(member, isSecret ? name : own, isSecret || this.#names.has(own));
    else if (typeof value === 'string' && isSecret) this.#note(value, name);
    else if (typeof value === 'string') this.#learnWithin(value);
  }

  /** The value without secrets, of the same shape. */
  hide(value: unknown, name = '', isSecret = this.#names.has(name)): unknown {
    if (typeof value === 'number') return this.#hideNumber(value, isSecret);
    if (typeof value === 'string') return isSecret ? this.#standIn(value, name) : this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.hide(item, name, isSecret));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([own, member]) => [
        this.#elsewhere(own),
        this.hide(member, isSecret ? name : own, isSecret || this.#names.has(own)),
      ]),
    );
  }

  /** A text of any form without the secrets in it. */
  text(text: string): string {
    const hidden = runsOf(text, this.#names.mask.of(text));
    const shown = hidden
      .map(({ start, end, isHidden }) => {
        const part = text.slice(start, end);
        if (!isHidden) return part;
        // A bare number in JSON within the text has to stay one.
        const isNumber = /^\d+$/.test(part) && /[:,[]\s*$/.test(text.slice(0, start));
        return isNumber
          ? this.#standIns.number(part)
          : this.#standIn(part, nameBefore(text, start));
      })
      .join('');
    return this.#elsewhere(shown);
  }

  #hideNumber(value: number, isSecret: boolean): number {
    const text = String(value);
    return isSecret || this.#learned.has(text) ? Number(this.#standIns.number(text)) : value;
  }

  #learnWithin(text: string): void {
    for (const { start, end, isHidden } of runsOf(text, this.#names.mask.of(text)))
      if (isHidden) this.#note(text.slice(start, end), nameBefore(text, start));
    if (!/^\s*[[{]/.test(text)) return;
    try {
      this.learn(JSON.parse(text));
    } catch {
      // It is no JSON; what can be told from its text is known.
    }
  }

  #note(value: string, name: string): void {
    const secret = value.trim();
    if (secret.length < telltale.shortest || secret.length > telltale.longest) return;
    if (this.#learned.has(secret) || this.#learned.size >= mostTelltales) return;
    this.#learned.set(secret, this.#standIns.text(secret, name));
    this.#patterns = undefined;
  }

  #standIn(secret: string, name: string): string {
    if (secret.trim() === '') return secret;
    return this.#learned.get(secret) ?? this.#standIns.text(secret, name);
  }

  /** Hides what was learned anywhere in the exchange; the longest first, lest a part of one be left. */
  #elsewhere(text: string): string {
    this.#patterns ??= [...this.#learned]
      .sort(([a], [b]) => b.length - a.length)
      .map(([secret, standIn]) => ({ pattern: anySpellingOf(secret), standIn }));
    let result = text;
    for (const { pattern, standIn } of this.#patterns)
      result = result.replace(pattern, () => standIn);
    return result;
  }
}

/** The stretches of a text, those among them that a mask of it hides. */
function runsOf(
  text: string,
  masked: string,
): { readonly start: number; readonly end: number; readonly isHidden: boolean }[] {
  if (text === masked) return [{ start: 0, end: text.length, isHidden: false }];
  const runs: { start: number; end: number; isHidden: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const isHidden =
      masked[at] !== text[at] || (masked[at] === '*' && runs.at(-1)?.isHidden === true);
    const last = runs.at(-1);
    if (last?.isHidden === isHidden) last.end = at + 1;
    else runs.push({ start: at, end: at + 1, isHidden });
  }
  return runs;
}

/** The name that stands last before a place. */
function nameBefore(text: string, at: number): string {
  return /([\w.-]+)\W*$/.exec(text.slice(Math.max(0, at - 100), at))?.[1] ?? '';
}
