import { keyOf } from '../error-key.js';
import type { Model } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';

/** What it takes to recognise a call and its errors in a capture: paths, second names, hosts, keys, tables. */
export function emitServiceFacts({ service, operations, modules, tables }: Model): EmittedFile {
  const facts = {
    paths: operations.map(({ path }) => path),
    aliases: Object.fromEntries(
      modules.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])),
    ),
    hosts: [...new Set(service.environments.map(({ url }) => new URL(url).host))].sort(),
    signing: {
      keys: service.signing.keys,
      sources: service.signing.sources.join(', '),
    },
    secrets: service.secrets.map(({ name }) => name),
    tables: tables.map(({ id, carriedBy, wrappedBy, command, codes }) => ({
      id,
      carriedBy,
      ...(wrappedBy === undefined ? {} : { wrappedBy }),
      ...(command === undefined ? {} : { command }),
      rows: codes.map((row) => [row.action, row.retry, [keyOf(row)]]),
    })),
  };
  return { path: 'validators/service.json', text: `${JSON.stringify(facts)}\n` };
}
