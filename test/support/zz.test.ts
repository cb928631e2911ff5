import { it } from 'vitest';
import { tinyCatalogue, changing, login, friends, mode, player, codes } from './tiny-catalogue.js';
import { examineFiles } from './examine.js';
const show = (name: string, files: ReturnType<typeof tinyCatalogue>) =>
  console.log(
    name,
    JSON.stringify(
      examineFiles(files, true).map((d) => [
        d.code,
        d.message,
        d.suggestion,
        d.places.map((p) => `${p.file}:${p.line}:${p.column}-${p.endLine}:${p.endColumn}`),
      ]),
      null,
      1,
    ),
  );
it('x', () => {
  show('clean', tinyCatalogue());
  show(
    'propname',
    tinyCatalogue({ [login]: changing(['  name:\n    type', '  na-me:\n    type']) }),
  );
  show('presence', tinyCatalogue({ [login]: changing(['required: stated', 'required: state']) }));
  show(
    'presence2',
    tinyCatalogue({
      [login]: changing(['required: stated', 'required: { basis: stated, wen: {en: x} }']),
    }),
  );
  show(
    'presence3',
    tinyCatalogue({
      [login]: changing(['required: stated', 'required: { when: {en: x, zh: x, ko: x} }']),
    }),
  );
  show(
    'presence4',
    tinyCatalogue({ [login]: changing(['required: stated', 'required: { basis: sated }']) }),
  );
  show('presence5', tinyCatalogue({ [login]: changing(['required: stated', 'required: 5']) }));
  show(
    'both',
    tinyCatalogue({
      [login]: changing(['required: stated', 'required: stated\n    optional: stated']),
    }),
  );
  show(
    'dup',
    tinyCatalogue({ [login]: changing(['sources: [manual:2]', 'sources: [manual:2, manual:2]']) }),
  );
  show('type', tinyCatalogue({ [login]: changing(['sources: [manual:2]', 'sources: manual:2']) }));
  show('empty', tinyCatalogue({ [login]: '' }));
  show('or', tinyCatalogue({ [mode]: changing(['type: string', 'type: string\ncombine: and']) }));
  show('list', tinyCatalogue({ [login]: '- a' }));
  show('sourceskey', tinyCatalogue({ 'sources.yaml': changing(['manual:', 'Manual_1:']) }));
  show(
    'nest',
    tinyCatalogue({ [friends]: changing(['lists: [{ nick: Bob }]', 'lists: [{ nik: Bob }]']) }),
  );
  show(
    'const-type',
    tinyCatalogue({
      [friends]: changing([
        'type: int',
        'type: int\n    const: { value: [1], basis: stated, sources: [manual:1] }',
      ]),
    }),
  );
});
