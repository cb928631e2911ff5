import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Code, DocText } from './encode/index.js';

/** What a template takes: encoded pieces, and nothing else that could become code. */
export type TemplateData = {
  readonly [name: string]:
    Code | DocText | boolean | undefined | readonly Code[] | readonly TemplateData[];
};

/** Renders the constant-shaped texts of `templates/`, and gives the files that are copied as they stand. */
export interface Templates {
  render(name: string, data: TemplateData): string;
  /** The names and texts of a folder's own files, in the order of their names. */
  folder(name: string): readonly { readonly name: string; readonly text: string }[];
}

/** Opens a folder of templates. Each is compiled when first rendered. */
export function openTemplates(folder: string): Templates {
  const handlebars = Handlebars.create();
  // The one helper through which catalogue text reaches a page: its argument is encoded by its type.
  handlebars.registerHelper('code', (value: Code) => value);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return {
    render(name, data) {
      let template = compiled.get(name);
      if (template === undefined) {
        template = handlebars.compile(readFileSync(join(folder, name), 'utf8'), {
          noEscape: true,
          strict: true,
          knownHelpersOnly: true,
          knownHelpers: { code: true },
        });
        compiled.set(name, template);
      }
      return template(data);
    },
    folder: (name) =>
      readdirSync(join(folder, name), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort()
        .map((file) => ({ name: file, text: readFileSync(join(folder, name, file), 'utf8') })),
  };
}
