import { diagnostic, type Diagnostic, type Place } from '../../diagnostics/index.js';
import { completeMember, parseType, type Lookup, type Scalar } from '../../load/index.js';
import type { Rule } from '../context.js';
import { allMembers, placeOf } from '../walk.js';

/** Values fit their types: enum values and codes are distinct and of the type, constants and defaults fit, limits go with what they limit. */
export const fittingValues: Rule = ({ catalogue, lookup }) => {
  const found: Diagnostic[] = [];
  for (const { file, entry } of catalogue.enums) {
    const [seen, names] = [new Set<unknown>(), new Set<string>()];
    for (const [index, { value, name }] of entry.values.entries()) {
      const place = (): Place => file.place(['values', index, 'value']);
      if (!fits(value, entry.type))
        found.push(
          diagnostic(
            'value-out-of-type',
            { value: JSON.stringify(value), type: entry.type },
            place(),
          ),
        );
      if (seen.has(value))
        found.push(diagnostic('duplicate-value', { value: JSON.stringify(value) }, place()));
      if (names.has(name))
        found.push(diagnostic('duplicate-name', { name }, file.place(['values', index, 'name'])));
      seen.add(value);
      names.add(name);
    }
  }
  for (const { file, entry } of catalogue.errors) {
    const seen = new Set<unknown>();
    for (const [index, { code, match }] of entry.codes.entries()) {
      const key = code ?? match;
      const wanted = entry.carriedBy === 'text' ? match : key;
      if (wanted === undefined) {
        const missing = { key: entry.carriedBy === 'text' ? 'match' : 'code' };
        found.push(diagnostic('missing-key', missing, file.place(['codes', index])));
        continue;
      }
      if (seen.has(key))
        found.push(
          diagnostic('duplicate-value', { value: String(key) }, file.place(['codes', index])),
        );
      seen.add(key);
    }
  }
  for (const member of allMembers(catalogue)) {
    const { value, path } = member;
    const type = completeMember(value, lookup).type ?? 'json';
    const at = (...steps: (string | number)[]) => placeOf({ ...member, path: [...path, ...steps] });
    const scalars: [Scalar | undefined, string][] = [
      [value.const?.value, 'const'],
      [value.default, 'default'],
    ];
    for (const [scalar, key] of scalars)
      if (scalar !== undefined && !fits(scalar, baseType(type, lookup)))
        found.push(
          diagnostic('value-out-of-type', { value: JSON.stringify(scalar), type }, at(key)),
        );
    for (const [index, { unit }] of (value.limits ?? []).entries())
      if (!unitFits(unit, baseType(type, lookup)))
        found.push(diagnostic('limit-unit', { unit, type }, at('limits', index, 'unit')));
    if (value.pattern !== undefined) {
      const reason = patternError(value.pattern);
      if (reason !== undefined)
        found.push(diagnostic('invalid-pattern', { reason }, at('pattern')));
    }
  }
  return found;
};

/** The JSON type behind a type expression: an enum's own type, `any` where several are possible. */
function baseType(type: string, lookup: Lookup): string {
  const parsed = parseType(type);
  switch (parsed.kind) {
    case 'array':
      return 'array';
    case 'map':
      return 'object';
    case 'union':
      return 'any';
    case 'primitive':
      return parsed.name === 'json' ? 'any' : parsed.name;
    case 'named':
      return lookup.enums.get(parsed.name)?.entry.type ?? 'object';
  }
}

function fits(value: Scalar, type: string): boolean {
  if (type === 'any') return true;
  if (type === 'int') return Number.isSafeInteger(value);
  if (type === 'number') return typeof value === 'number';
  if (type === 'bool') return typeof value === 'boolean';
  return type === 'string' && typeof value === 'string';
}

function unitFits(unit: string, type: string): boolean {
  if (type === 'any') return true;
  if (unit === 'items') return type === 'array' || type === 'object' || type === 'string';
  if (unit === 'value') return type === 'int' || type === 'number' || type === 'string';
  return type === 'string' || type === 'object' || type === 'array';
}

function patternError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
