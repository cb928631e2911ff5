import type { ServiceEntry } from './service-shape.js';
import type { SourceFile } from './source-file.js';
import type {
  EndpointEntry,
  EnumEntry,
  ErrorTableEntry,
  SourcesFile,
  Text,
  TypeEntry,
} from './shape.js';

/** An entry beside the file it stands in, which knows where each of its parts stands. */
export interface Loaded<T> {
  readonly file: SourceFile;
  readonly entry: T;
}

/** The whole catalogue as written: every file accepted by its schema, nothing looked up yet. */
export interface Catalogue {
  readonly endpoints: readonly Loaded<EndpointEntry>[];
  readonly types: readonly Loaded<TypeEntry>[];
  readonly enums: readonly Loaded<EnumEntry>[];
  readonly errors: readonly Loaded<ErrorTableEntry>[];
  readonly service: Loaded<ServiceEntry>;
  readonly sources: Loaded<SourcesFile>;
  readonly glossary: Loaded<readonly Text[]>;
}
