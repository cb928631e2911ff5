import type { Model } from '../../model/index.js';
import { largeFile, type EmittedFile } from '../emitted-file.js';
import { openApiDocument } from './document.js';
import { downgrade } from './downgrade.js';
import { toJson, toYaml } from './print.js';

/** The published description: 3.1 as JSON and YAML, and the same API as 3.0.3. */
export function emitOpenApi(model: Model, version: string): EmittedFile[] {
  const document = openApiDocument(model, version);
  return [
    largeFile('openapi.json', () => toJson(document)),
    largeFile('openapi.yaml', () => toYaml(document)),
    largeFile('openapi-3.0.json', () => toJson(downgrade(document))),
  ];
}
