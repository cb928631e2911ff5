import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { Rule } from '../context.js';

/** A file is named after what it holds, so that a name leads to its file. */
export const namedFiles: Rule = ({ catalogue }) => {
  const found: Diagnostic[] = [];
  for (const { file, entry } of catalogue.endpoints) {
    const expected = file.file.replace(/^endpoints/, '').replace(/\.yaml$/, '');
    if (entry.path !== expected)
      found.push(
        diagnostic('name-mismatch', { expected, found: entry.path }, file.place(['path'])),
      );
  }
  const named = [
    ...catalogue.types.map(({ file, entry }) => ({ file, name: entry.name, key: 'name' })),
    ...catalogue.enums.map(({ file, entry }) => ({ file, name: entry.name, key: 'name' })),
    ...catalogue.errors.map(({ file, entry }) => ({ file, name: entry.id, key: 'id' })),
  ];
  for (const { file, name, key } of named) {
    const expected = file.file.replace(/^.*\//, '').replace(/\.yaml$/, '');
    if (name !== expected)
      found.push(diagnostic('name-mismatch', { expected, found: name }, file.place([key])));
  }
  return found;
};
