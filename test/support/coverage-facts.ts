import type { ErrorTable } from '../../templates/runtime/error-table.js';
import type { MemberFacts, OperationFacts, TypeFacts } from '../../templates/validators/facts.js';

/** A member of a type, optional unless it has facts that say otherwise. */
export function member(
  name: string,
  type: TypeFacts,
  facts: Partial<MemberFacts> = {},
): MemberFacts {
  return { name, type, sources: '', ...facts };
}

const integer = { kind: 'int' } as const;
const text = { kind: 'string' } as const;
const struct = (name: string): TypeFacts => ({ kind: 'struct', name });
const must = { required: 'stated' } as const;

/** An endpoint that has each kind of type, and a struct that holds itself. */
export const gifts: OperationFacts = {
  path: '/bag/gifts',
  envelope: 'msg',
  hasBody: true,
  query: [member('appid', text, must), member('encode', { kind: 'enum', name: 'Encode' })],
  request: [
    member('masks', { kind: 'enum', name: 'Masks' }),
    member('look', { kind: 'union', of: [struct('Image'), struct('Video')] }),
  ],
  response: [
    member('ret', integer, must),
    member('msg', text, must),
    member('gifts', { kind: 'array', of: struct('Gift') }),
    member('byName', { kind: 'map', of: struct('Gift') }),
    member('level', { kind: 'union', of: ['Few', 'Many'].map((name) => ({ kind: 'enum', name })) }),
  ],
  structs: {
    Gift: [
      member('id', integer, must),
      member('kind', { kind: 'enum', name: 'Many' }),
      member('inner', struct('Gift')),
    ],
    Image: [member('url', text, must), member('width', integer, must)],
    Video: [member('url', text, must), member('seconds', integer, must)],
  },
  enums: {
    Encode: { type: 'string', values: ['1', '2'], sources: '' },
    Masks: { type: 'int', mask: true, values: [0, 1, 2, 4], sources: '' },
    Few: { type: 'int', values: [1, 2], sources: '' },
    Many: { type: 'int', values: [1, 2, 3], sources: '' },
  },
  tables: ['own', 'platform', 'layer', 'words'],
  sources: '',
};

/** An endpoint that nothing is known of but its name. */
export const nothing: OperationFacts = {
  path: '/bag/nothing',
  envelope: 'message',
  hasBody: false,
  query: [],
  request: [],
  response: [],
  structs: {},
  enums: {},
  tables: [],
  sources: '',
};

const tables: readonly ErrorTable[] = [
  { id: 'own', carriedBy: 'ret', rows: [['none', 'safe', [0, -1]]] },
  {
    id: 'platform',
    carriedBy: 'wrapped',
    wrappedBy: -10000,
    rows: [['retry', 'later', [7, [100, 199]]]],
  },
  { id: 'layer', carriedBy: 'ret', rows: [['retry', 'later', [-1, -2, -10000]]] },
  { id: 'words', carriedBy: 'text', rows: [['give-up', 'never', ['too often']]] },
];

/** The tables of {@link gifts}; the layer's -1 is the endpoint's own, and its 0 is no failure. */
export const giftTables: ReadonlyMap<string, ErrorTable> = new Map(
  tables.map((table) => [table.id, table]),
);
