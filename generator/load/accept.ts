import type { ErrorObject, ValidateFunction } from 'ajv';
import { diagnostic, didYouMean, type DataPath, type Diagnostic } from '../diagnostics/index.js';
import { dataPath } from './pointer.js';
import type { SourceFile } from './source-file.js';

/** What a schema finds wrong in a file, each finding at its key or value. */
export function accept(file: SourceFile, validate: ValidateFunction): Diagnostic[] {
  if (validate(file.value)) return [];
  const errors = validate.errors ?? [];
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath),
  );
  return errors
    .filter((error) => tellsSomething(error, choices, file.value))
    .map((error) => toDiagnostic(file, error));
}

/** What a scalar was never meant to be, and what an object was not. */
const forObjects = ['type', 'required', 'additionalProperties', 'propertyNames'];
const forScalars = ['type', 'enum', 'const', 'pattern'];

/**
 * Where either a scalar or an object may stand, both forms complain of what stands there: only the
 * complaint of the form that was meant tells something.
 */
function tellsSomething(error: ErrorObject, choices: ReadonlySet<string>, root: unknown): boolean {
  const { keyword, instancePath, propertyName } = error;
  if (keyword === 'oneOf' || keyword === 'if') return false;
  // What a name breaks is told by the law of names itself.
  if (propertyName !== undefined) return false;
  if (!choices.has(instancePath)) return true;
  const value = valueAt(root, dataPath(instancePath, root));
  const isObject = typeof value === 'object' && value !== null;
  return !(isObject ? forScalars : forObjects).includes(keyword);
}

function toDiagnostic(file: SourceFile, error: ErrorObject): Diagnostic {
  const path = dataPath(error.instancePath, file.value);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const allowed = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      return diagnostic('unknown-key', { key, allowed }, file.place([...path, key], 'key'), {
        suggestion: didYouMean(key, allowed),
      });
    }
    case 'required':
      return diagnostic(
        'missing-key',
        { key: String(error.params['missingProperty']) },
        file.place(path, path.length > 0 ? 'key' : 'value'),
      );
    case 'enum': {
      const allowed = (error.params['allowedValues'] as unknown[]).map(String);
      const value = String(valueAt(file.value, path));
      return diagnostic(
        'wrong-value',
        { expected: `must be one of ${allowed.join(', ')}` },
        file.place(path),
        { suggestion: didYouMean(value, allowed) },
      );
    }
    case 'const': {
      const only = JSON.stringify(error.params['allowedValue']);
      return diagnostic('wrong-value', { expected: `must be ${only}` }, file.place(path));
    }
    case 'pattern':
      return diagnostic(
        'wrong-value',
        { expected: `must match ${String(error.params['pattern'])}` },
        file.place(path),
      );
    case 'propertyNames':
      return diagnostic(
        'wrong-value',
        {
          expected: `has the key ${JSON.stringify(error.params['propertyName'])}, which is not a name`,
        },
        file.place([...path, String(error.params['propertyName'])], 'key'),
      );
    case 'not':
      return diagnostic(
        'wrong-value',
        { expected: 'must not say both "required" and "optional"' },
        file.place(path),
      );
    default:
      return diagnostic(
        'wrong-value',
        { expected: error.message ?? 'is not valid' },
        file.place(path),
      );
  }
}

function valueAt(root: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    root,
  );
}
