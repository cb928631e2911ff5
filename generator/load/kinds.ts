/** The kinds of catalogue files, each with the schema that closes it. */
export type Kind = 'endpoint' | 'type' | 'enum' | 'errors' | 'service' | 'sources' | 'glossary';

const rooms: readonly (readonly [RegExp, Kind])[] = [
  [/^endpoints\/[^/]+\/[^/]+\.yaml$/, 'endpoint'],
  [/^types\/[^/]+\.yaml$/, 'type'],
  [/^enums\/[^/]+\.yaml$/, 'enum'],
  [/^errors\/[^/]+\.yaml$/, 'errors'],
  [/^service\.yaml$/, 'service'],
  [/^sources\.yaml$/, 'sources'],
  [/^glossary\.yaml$/, 'glossary'],
];

/** The files that a catalogue cannot do without. */
export const indispensable: readonly string[] = ['service.yaml', 'sources.yaml', 'glossary.yaml'];

/** What may stand where, for the message about a file that stands elsewhere. */
export const expectedRooms =
  'endpoints/<module>/<name>.yaml, types/, enums/, errors/, service.yaml, sources.yaml or glossary.yaml';

/** The kind of the file at a path, or undefined where no catalogue file belongs. */
export function kindOf(path: string): Kind | undefined {
  return rooms.find(([pattern]) => pattern.test(path))?.[1];
}
