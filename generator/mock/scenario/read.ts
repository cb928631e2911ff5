import { createReadStream } from 'node:fs';
import {
  diagnostic,
  sortDiagnostics,
  type Code,
  type Diagnostic,
} from '../../diagnostics/index.js';
import type { Parameters, Place } from '../../diagnostics/index.js';
import { reasonOf } from '../../load/files.js';
import { SourceFile } from '../../load/source-file.js';
import type { MockOperation } from '../../../templates/runtime/mock/operation.js';
import type { Scenario } from '../../../templates/runtime/mock/options.js';
import { scenarioProblems } from '../../../templates/runtime/mock/scenario-check.js';
import { parseJson } from '../../../templates/runtime/json.js';
import { placedProblems } from './place.js';

/** The most bytes of a scenario file. */
const mostBytes = 16 * 2 ** 20;

/** A scenario file as it was read. */
export interface ReadScenario {
  /** There unless something is wrong. */
  readonly scenario: Scenario | undefined;
  /** Everything that is wrong, by its place in the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** The file's text, for code frames; undefined where it could not be read. */
  readonly text: string | undefined;
}

/** Reads a scenario file, YAML or JSON, for a mock of these endpoints. It reads that file and no other. */
export async function readScenario(
  file: string,
  operations: readonly MockOperation[],
): Promise<ReadScenario> {
  const start: Place = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const refused = <C extends Code>(code: C, parameters: Parameters<C>): ReadScenario => ({
    scenario: undefined,
    diagnostics: [diagnostic(code, parameters, start)],
    text: undefined,
  });
  let text: string;
  try {
    const bytes = await bytesOf(file);
    if (bytes.length > mostBytes) return refused('too-large-file', { most: '16 MiB' });
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch (error) {
    return error instanceof TypeError
      ? refused('invalid-utf8', {})
      : refused('unreadable-file', { reason: reasonOf(error) });
  }
  return readText(file, text, operations, start);
}

/** A file's bytes, and one more than there may be where it has more: it may be without end. */
async function bytesOf(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: mostBytes }))
    chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readText(
  file: string,
  text: string,
  operations: readonly MockOperation[],
  start: Place,
): ReadScenario {
  const quick = quickly(text);
  if (quick !== undefined && scenarioProblems(quick, operations).length === 0)
    return { scenario: quick as Scenario, diagnostics: [], text };
  const [source, wrong] = SourceFile.parse(file, text);
  const nothing = wrong.length === 0 && (source.value ?? null) === null;
  const problems = wrong.length > 0 ? [] : scenarioProblems(source.value, operations);
  const diagnostics = nothing
    ? [diagnostic('empty-file', {}, start)]
    : [...wrong, ...placedProblems(problems, source)];
  const scenario = diagnostics.length > 0 ? undefined : (source.value as Scenario);
  return { scenario, diagnostics: sortDiagnostics(diagnostics), text };
}

/** The value of a text that is JSON without a member twice: a large snapshot needs no tree of places. */
function quickly(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    parseJson(text);
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
