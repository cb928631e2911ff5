import { diagnostic, didYouMean, type DataPath, type Diagnostic } from '../../diagnostics/index.js';
import type { EndpointEntry, Loaded, Lookup, MemberEntries } from '../../load/index.js';
import type { Rule } from '../context.js';
import { misfitsOfMembers } from '../value.js';

/** Members that a reply has by the envelope, whatever the entry says. */
const envelopeMembers: MemberEntries = {
  ret: { type: 'int', required: 'stated', sources: [] },
  err_type: { type: 'string', optional: 'shown', sources: [] },
  msdkExtInfo: { type: 'string', optional: 'stated', sources: [] },
};

/** Every example has a name of its own and is accepted by its own entry. */
export const validExamples: Rule = ({ catalogue, lookup }) => {
  const fixed = optional(catalogue.service.entry.query);
  return catalogue.endpoints.flatMap((endpoint) => misfitsOfExamples(endpoint, fixed, lookup));
};

function misfitsOfExamples(
  { file, entry }: Loaded<EndpointEntry>,
  fixed: MemberEntries,
  lookup: Lookup,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const names = new Set<string>();
  for (const [index, example] of entry.examples.entries()) {
    const { name } = example;
    if (names.has(name))
      found.push(diagnostic('duplicate-name', { name }, file.place(['examples', index, 'name'])));
    names.add(name);
    const text: MemberEntries = {
      [entry.envelope]: { type: 'string', required: 'stated', sources: [] },
    };
    const failed = example.response['ret'] !== 0;
    const parts = [
      ['query', example.query ?? {}, { ...fixed, ...entry.query }],
      ['request', example.request ?? {}, entry.request ?? {}],
      [
        'response',
        example.response,
        { ...envelopeMembers, ...text, ...(failed ? optional(entry.response) : entry.response) },
      ],
    ] as const;
    for (const [part, value, members] of parts)
      for (const { path, reason, known } of misfitsOfMembers(value, members, lookup)) {
        const at: DataPath = ['examples', index, part, ...path];
        const words = `${[part, ...path].join('.')}: ${reason}`;
        found.push(
          diagnostic(
            'invalid-example',
            { example: example.name, reason: words },
            file.place(at, known === undefined ? 'value' : 'key'),
            { suggestion: known && didYouMean(String(path.at(-1) ?? ''), known) },
          ),
        );
      }
  }
  return found;
}

/** A failure carries the envelope and whatever else it likes. */
function optional(members: MemberEntries = {}): MemberEntries {
  return Object.fromEntries(
    Object.entries(members).map(([name, { required: _, ...member }]) => [
      name,
      { ...member, optional: 'shown' },
    ]),
  );
}
