import type { JSDocStructure, OptionalKind } from 'ts-morph';
import type { Limit } from '../../load/index.js';
import { isEnding, type Enum, type Lifecycle, type Member } from '../../model/index.js';
import { doc, docLines, docText, type DocText } from '../encode/index.js';

type Doc = OptionalKind<JSDocStructure>;

/** A doc comment of several lines, or of one where one is enough. */
export function docs(...lines: readonly (DocText | undefined)[]): Doc[] {
  const text = docLines(...lines);
  return [{ description: text.includes('\n') ? `\n${text}` : text }];
}

/** What there is to know about a member: meaning, values, unit, limits, lifecycle, sources. */
export function memberDocs(member: Member, enums: ReadonlyMap<string, Enum>): Doc[] {
  const enumeration = member.type.kind === 'enum' ? enums.get(member.type.name) : undefined;
  return docs(
    docText(member.text.en),
    presenceLine(member),
    unitLine(member),
    ...member.limits.map(limitLine),
    member.constant && doc`Always ${docText(JSON.stringify(member.constant.value))}.`,
    member.default === undefined
      ? undefined
      : doc`Without it: ${docText(JSON.stringify(member.default))}.`,
    enumeration?.mask === true ? doc`A mask: add the values up with |.` : undefined,
    member.suffixes === undefined
      ? undefined
      : doc`Append a size of {@link ${docText(member.suffixes)}}.`,
    sourcesLine(member.sources),
    ...lifecycleLines(member.lifecycle),
  );
}

function presenceLine({
  presence: { required, basis, when, demandedWhen },
}: Member): DocText | undefined {
  if (required && basis === 'inferred') return doc`Presumably required.`;
  if (when === undefined) return undefined;
  return demandedWhen
    ? doc`Required: ${docText(when.en)}`
    : doc`May be left out: ${docText(when.en)}`;
}

const units: Readonly<Partial<Record<string, string>>> = {
  'unix-seconds': 'Unit: seconds since 1970.',
  'unix-milliseconds': 'Unit: milliseconds since 1970.',
  seconds: 'Unit: seconds.',
  percent: 'Unit: percent.',
  url: 'A URL.',
  ipv4: 'An IPv4 address.',
  md5: 'An MD5 digest: 32 lowercase hexadecimal digits.',
  'date-time': 'A date with its time.',
};

const encodings: Readonly<Record<string, string>> = {
  'json-text': 'JSON text in a string.',
  'json-text-percent-encoded': 'JSON text, percent-encoded.',
  'percent-encoded-bytes': 'Bytes, percent-encoded.',
  'comma-separated': 'Values joined by commas.',
  'decimal-digits': 'A number as decimal digits.',
};

function unitLine({ format, encoding }: Member): DocText | undefined {
  const parts = [format && units[format], encoding && encodings[encoding]].filter(Boolean);
  return parts.length === 0 ? undefined : docText(parts.join(' '));
}

/** A limit in words: `At most 45 bytes.` */
export function limitLine(limit: Limit): DocText {
  const { min, max, unit, basis, of } = limit;
  const what = unit === 'value' ? '' : ` ${unit}`;
  const bounds = [
    min === undefined ? '' : `at least ${min}${what}`,
    max === undefined ? '' : `at most ${max}${what}`,
  ];
  const text = bounds.filter(Boolean).join(' and ');
  const together = of === undefined ? '' : ` in ${of.join(', ')} together`;
  const presumably = basis === 'inferred' ? ' (inferred)' : '';
  const about = limit.text?.en === undefined ? '' : `${limit.text.en.replace(/\.$/, '')}: `;
  const sentence = `${about}${text}${together}${presumably}.`;
  return docText(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

/** Where a fact comes from. */
export function sourcesLine(sources: readonly string[]): DocText {
  return doc`Source: ${docText(sources.join(', '))}`;
}

/** What a document announces: `@deprecated` for an end, plain words for mere advice. */
export function lifecycleLines(lifecycle: Lifecycle | undefined): DocText[] {
  if (lifecycle === undefined) return [];
  const { status, date, replacedBy, text } = lifecycle;
  const parts = [
    date === undefined ? undefined : docText(`${date}:`),
    docText(text.en),
    replacedBy === undefined ? undefined : doc`Use ${docText(replacedBy)} instead.`,
  ];
  const line = parts.filter((part) => part !== undefined).join(' ') as DocText;
  if (status === 'since') return [doc`@since ${line}`];
  return [isEnding(lifecycle) ? doc`@deprecated ${line}` : doc`Discouraged: ${line}`];
}
