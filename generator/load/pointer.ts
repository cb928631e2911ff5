import type { DataPath } from '../diagnostics/index.js';

/** The keys and indices of a JSON Pointer (RFC 6901) into a value: what leads into a list is a number. */
export function dataPath(pointer: string, root: unknown): DataPath {
  const path: (string | number)[] = [];
  let value = root;
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown> | null | undefined)?.[key];
  }
  return path;
}
