import type { Model } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import { docComment, docLines, docText, propertyKey, stringLiteral } from '../encode/index.js';
import { header } from '../header.js';
import type { Templates } from '../templates.js';
import { sourcesLine } from './docs.js';

/** The addresses of the service, by the names of its environments. */
export function emitEnvironments({ service }: Model, templates: Templates): EmittedFile {
  const environments = service.environments.map(({ name, url, text, sources }) => ({
    about: docComment(docLines(docText(text.en ?? ''), sourcesLine(sources)), 2),
    name: propertyKey(name),
    url: stringLiteral(url),
  }));
  return {
    path: 'client/environments.ts',
    text: templates.render('environments.hbs', { header, environments }),
  };
}
