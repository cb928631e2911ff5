import { diagnostic, didYouMean, type Diagnostic } from '../../diagnostics/index.js';
import { namesIn, parseType } from '../../load/index.js';
import type { Rule } from '../context.js';
import { allMembers, placeOf } from '../walk.js';

/** Every name that an entry refers to is defined: types, shared members, error-code tables, members of a limit. */
export const knownReferences: Rule = ({ catalogue, lookup }) => {
  const found: Diagnostic[] = [];
  const types = [...lookup.structs.keys(), ...lookup.enums.keys()];
  for (const member of allMembers(catalogue)) {
    const { use, type, suffixes } = member.value;
    if (suffixes !== undefined && !lookup.enums.has(suffixes))
      found.push(
        diagnostic(
          'unknown-type',
          { name: suffixes },
          placeOf({ ...member, path: [...member.path, 'suffixes'] }),
          {
            suggestion: didYouMean(suffixes, lookup.enums.keys()),
          },
        ),
      );
    if (use !== undefined && !lookup.shared.has(use))
      found.push(
        diagnostic(
          'unknown-shared-member',
          { name: use },
          placeOf({ ...member, path: [...member.path, 'use'] }),
          {
            suggestion: didYouMean(use, lookup.shared.keys()),
          },
        ),
      );
    for (const name of type === undefined ? [] : namesIn(parseType(type)))
      if (!types.includes(name))
        found.push(
          diagnostic(
            'unknown-type',
            { name },
            placeOf({ ...member, path: [...member.path, 'type'] }),
            {
              suggestion: didYouMean(name, [
                ...types,
                'string',
                'int',
                'number',
                'bool',
                'object',
                'json',
              ]),
            },
          ),
        );
  }
  for (const { file, entry } of catalogue.endpoints) {
    for (const [index, id] of (entry.errors ?? []).entries())
      if (!lookup.tables.has(id))
        found.push(
          diagnostic('unknown-error-table', { id }, file.place(['errors', index]), {
            suggestion: didYouMean(id, lookup.tables.keys()),
          }),
        );
    const members = Object.keys({ ...entry.query, ...entry.request, ...entry.response });
    for (const [index, limit] of (entry.limits ?? []).entries())
      for (const [position, name] of (limit.of ?? []).entries()) {
        const head = name.split('.')[0] ?? name;
        if (members.includes(head)) continue;
        found.push(
          diagnostic('unknown-member', { name }, file.place(['limits', index, 'of', position]), {
            suggestion: didYouMean(name, members),
          }),
        );
      }
  }
  return found;
};
