import {
  completeMember,
  parseType,
  type Lookup,
  type MemberEntries,
  type MemberEntry,
  type Presence,
  type TypeExpression,
} from '../load/index.js';
import type { Lifecycle, Member, Struct, Type } from './model.js';
import { inlineStructName } from './names.js';
import { fullText } from './text.js';

/** Builds the members of one entry; structs written inside them are collected beside. */
export function buildMembers(
  entries: MemberEntries | undefined,
  owner: string,
  lookup: Lookup,
  structs: Struct[],
): Member[] {
  return Object.entries(entries ?? {}).map(([name, entry]) =>
    buildMember(name, completeMember(entry, lookup), owner, lookup, structs),
  );
}

function buildMember(
  name: string,
  entry: MemberEntry,
  owner: string,
  lookup: Lookup,
  structs: Struct[],
): Member {
  let inline: string | undefined;
  if (entry.members !== undefined) {
    inline = inlineStructName(owner, name);
    const members = buildMembers(entry.members, inline, lookup, structs);
    structs.push({
      name: inline,
      text: fullText(entry.text),
      members,
      limits: [],
      sources: entry.sources,
    });
  }
  return {
    name,
    type: typeOf(entry, lookup, inline),
    presence: presenceOf(entry),
    received: entry.received ?? [],
    ...(entry.encoding === undefined ? {} : { encoding: entry.encoding }),
    ...(entry.const === undefined
      ? {}
      : { constant: { value: entry.const.value, basis: entry.const.basis } }),
    ...(entry.default === undefined ? {} : { default: entry.default }),
    ...(entry.format === undefined ? {} : { format: entry.format }),
    ...(entry.pattern === undefined ? {} : { pattern: entry.pattern }),
    limits: entry.limits ?? [],
    ...(entry.repeats === undefined
      ? {}
      : { repeats: entry.repeats === 'query.appid' ? ('appid' as const) : ('openid' as const) }),
    ...(entry.suffixes === undefined ? {} : { suffixes: entry.suffixes }),
    secret: entry.secret ?? false,
    text: fullText(entry.text),
    ...buildLifecycle(entry.lifecycle),
    sources: entry.sources,
  };
}

/** The type on the wire. Values joined by commas travel as one string, whatever the values are. */
function typeOf(entry: MemberEntry, lookup: Lookup, inline: string | undefined): Type {
  if (entry.encoding === 'comma-separated') return { kind: 'string' };
  return resolve(parseType(entry.type ?? 'json'), lookup, inline);
}

/** A lifecycle with its text in all languages, ready to be spread into its owner. */
export function buildLifecycle(entry: MemberEntry['lifecycle']): { lifecycle?: Lifecycle } {
  return entry === undefined ? {} : { lifecycle: { ...entry, text: fullText(entry.text) } };
}

function presenceOf(entry: MemberEntry): Member['presence'] {
  const presence: Presence = entry.required ?? entry.optional ?? 'inferred';
  const { basis, when } =
    typeof presence === 'string' ? { basis: presence, when: undefined } : presence;
  // A condition makes the member optional for every reader that does not know the condition.
  const required = entry.required !== undefined && when === undefined;
  const demandedWhen = entry.required !== undefined && when !== undefined;
  return { required, basis, demandedWhen, ...(when === undefined ? {} : { when: fullText(when) }) };
}

function resolve(type: TypeExpression, lookup: Lookup, inline: string | undefined): Type {
  switch (type.kind) {
    case 'primitive':
      return type.name === 'object' && inline !== undefined
        ? { kind: 'struct', name: inline }
        : { kind: type.name };
    case 'named':
      return { kind: lookup.enums.has(type.name) ? 'enum' : 'struct', name: type.name };
    case 'union':
      return { kind: 'union', of: type.of.map((part) => resolve(part, lookup, inline)) };
    default:
      return { kind: type.kind, of: resolve(type.of, lookup, inline) };
  }
}
