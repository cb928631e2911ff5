import type { Model } from '../model/index.js';
import type { EmittedFile } from './emitted-file.js';
import { emitMock } from './mock/index.js';
import { emitOpenApi } from './openapi/index.js';
import { emitSchemas, schemasOf } from './schemas.js';
import { openTemplates, type Templates } from './templates.js';
import { emitValidators } from './validators/index.js';
import { emitSigningVectors } from './vectors.js';

/** What emitting needs beside the model. */
export interface EmitOptions {
  /** The folder of templates. */
  readonly templates: string;
  /** The version that the published description carries. */
  readonly version: string;
  /** Emits the client elsewhere; here and now where nothing is said. */
  readonly client?: (model: Model) => Promise<EmittedFile[]>;
}

/** Everything that the catalogue gives, in memory, ordered by path. */
export async function emit(model: Model, options: EmitOptions): Promise<EmittedFile[]> {
  const templates = openTemplates(options.templates);
  const schemas = schemasOf(model);
  const client = options.client?.(model) ?? emitClientHere(model, templates);
  const files = [
    ...emitMock(model, templates),
    ...emitOpenApi(model, options.version),
    ...emitSchemas(schemas),
    emitSigningVectors(model),
    ...emitValidators(model, schemas, templates),
    ...(await client),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function emitClientHere(model: Model, templates: Templates): Promise<EmittedFile[]> {
  const { emitClient } = await import('./client/index.js');
  return emitClient(model, templates);
}
