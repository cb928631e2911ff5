import type { Catalogue, Loaded } from './catalogue.js';
import type { EnumEntry, ErrorTableEntry, MemberEntry, TypeEntry } from './shape.js';

/** The catalogue's named things by their names. Where a name is given twice, the first holds. */
export interface Lookup {
  readonly structs: ReadonlyMap<string, Loaded<TypeEntry>>;
  readonly enums: ReadonlyMap<string, Loaded<EnumEntry>>;
  readonly tables: ReadonlyMap<string, Loaded<ErrorTableEntry>>;
  /** Shared members by `group.member`. */
  readonly shared: ReadonlyMap<string, MemberEntry>;
}

/** Whether a type file holds a group of shared members and not a struct: its name starts in lower case. */
export function isMemberGroup(entry: TypeEntry): boolean {
  return /^[a-z]/.test(entry.name);
}

/** Indexes a catalogue by name. */
export function lookupOf(catalogue: Catalogue): Lookup {
  const shared = new Map<string, MemberEntry>();
  for (const { entry } of catalogue.types.filter(({ entry }) => isMemberGroup(entry)))
    for (const [name, member] of Object.entries(entry.members))
      shared.set(`${entry.name}.${name}`, member);
  return {
    structs: byName(
      catalogue.types.filter(({ entry }) => !isMemberGroup(entry)),
      (entry) => entry.name,
    ),
    enums: byName(catalogue.enums, (entry) => entry.name),
    tables: byName(catalogue.errors, (entry) => entry.id),
    shared,
  };
}

function byName<T>(
  loaded: readonly Loaded<T>[],
  nameOf: (entry: T) => string,
): Map<string, Loaded<T>> {
  const map = new Map<string, Loaded<T>>();
  for (const item of loaded) if (!map.has(nameOf(item.entry))) map.set(nameOf(item.entry), item);
  return map;
}

/** A member with what its shared member says filled in; what it says itself comes first. */
export function completeMember(member: MemberEntry, lookup: Lookup): MemberEntry {
  const shared = member.use === undefined ? undefined : lookup.shared.get(member.use);
  if (shared === undefined) return member;
  const { required, optional, ...rest } = shared;
  const says = member.required !== undefined || member.optional !== undefined;
  const presence = says
    ? {}
    : {
        ...(required === undefined ? {} : { required }),
        ...(optional === undefined ? {} : { optional }),
      };
  return { ...rest, ...presence, ...member };
}
