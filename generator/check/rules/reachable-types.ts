import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { completeMember, isMemberGroup, namesIn, parseType } from '../../load/index.js';
import type { Rule } from '../context.js';
import { allMembers } from '../walk.js';

/** Every struct, enum, shared member and error-code table is used by something. */
export const reachableTypes: Rule = ({ catalogue, lookup }) => {
  const used = new Set<string>();
  for (const { value } of allMembers(catalogue)) {
    if (value.use !== undefined) used.add(value.use);
    const { type, suffixes } = completeMember(value, lookup);
    if (suffixes !== undefined) used.add(suffixes);
    if (type !== undefined) namesIn(parseType(type)).forEach((name) => used.add(name));
  }
  for (const { entry } of catalogue.enums)
    for (const { attributes } of entry.values)
      if (typeof attributes?.['data'] === 'string') used.add(attributes['data']);
  for (const { entry } of catalogue.endpoints) entry.errors?.forEach((id) => used.add(id));
  const found: Diagnostic[] = [];
  for (const { file, entry } of catalogue.types) {
    if (!isMemberGroup(entry)) {
      if (!used.has(entry.name))
        found.push(diagnostic('unreachable-type', { name: entry.name }, file.place(['name'])));
      continue;
    }
    for (const name of Object.keys(entry.members))
      if (!used.has(`${entry.name}.${name}`))
        found.push(
          diagnostic(
            'unreachable-type',
            { name: `${entry.name}.${name}` },
            file.place(['members', name], 'key'),
          ),
        );
  }
  for (const { file, entry } of catalogue.enums)
    if (!used.has(entry.name))
      found.push(diagnostic('unreachable-type', { name: entry.name }, file.place(['name'])));
  for (const { file, entry } of catalogue.errors)
    if (entry.scope === 'listed' && !used.has(entry.id))
      found.push(diagnostic('unreachable-type', { name: entry.id }, file.place(['id'])));
  return found;
};
