import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import {
  completeMember,
  isMemberGroup,
  namesIn,
  parseType,
  type Lookup,
  type MemberEntries,
} from '../../load/index.js';
import type { CheckContext, Rule } from '../context.js';

/** Every struct, enum, shared member and error-code table is used by an endpoint, or by what all calls share. */
export const reachableTypes: Rule = (context) => {
  const { catalogue } = context;
  const used = usedNames(context);
  const found: Diagnostic[] = [];
  for (const { file, entry } of catalogue.types) {
    if (!isMemberGroup(entry)) {
      if (!used.has(entry.name))
        found.push(diagnostic('unreachable-type', { name: entry.name }, file.place(['name'])));
      continue;
    }
    for (const name of Object.keys(entry.members)) {
      const whole = `${entry.name}.${name}`;
      if (!used.has(whole))
        found.push(
          diagnostic('unreachable-type', { name: whole }, file.place(['members', name], 'key')),
        );
    }
  }
  for (const { file, entry } of catalogue.enums)
    if (!used.has(entry.name))
      found.push(diagnostic('unreachable-type', { name: entry.name }, file.place(['name'])));
  for (const { file, entry } of catalogue.errors)
    if (entry.scope === 'listed' && !used.has(entry.id))
      found.push(diagnostic('unreachable-type', { name: entry.id }, file.place(['id'])));
  return found;
};

/** Every name that leads from an endpoint, or from what all calls share. */
function usedNames({ catalogue, lookup }: CheckContext): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { entry } of catalogue.endpoints) {
    for (const members of [entry.query, entry.request, entry.response])
      follow(members, lookup, used);
    entry.errors?.forEach((id) => used.add(id));
  }
  follow(catalogue.service.entry.query, lookup, used);
  follow(catalogue.service.entry.envelope.members, lookup, used);
  return used;
}

function follow(members: MemberEntries | undefined, lookup: Lookup, used: Set<string>): void {
  for (const member of Object.values(members ?? {})) {
    if (member.use !== undefined) used.add(member.use);
    const { type, suffixes, members: inner } = completeMember(member, lookup);
    const names = type === undefined ? [] : namesIn(parseType(type));
    for (const name of suffixes === undefined ? names : [...names, suffixes])
      followName(name, lookup, used);
    follow(inner, lookup, used);
  }
}

function followName(name: string, lookup: Lookup, used: Set<string>): void {
  if (used.has(name)) return;
  used.add(name);
  follow(lookup.structs.get(name)?.entry.members, lookup, used);
  // A value may say which enum its data are of.
  for (const { attributes } of lookup.enums.get(name)?.entry.values ?? [])
    if (typeof attributes?.['data'] === 'string') followName(attributes['data'], lookup, used);
}
