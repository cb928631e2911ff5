const it = (n: string, f: () => void) => f();
import { tinyCatalogue, changing, login, friends, mode, player, codes } from './tiny-catalogue.js';
import { examineFiles } from './examine.js';
import { SourceFile } from '../../generator/load/index.js';
const t = (n: string, f: () => unknown) => { if (process.argv[2] && process.argv[2] !== n) return;
  try {
    console.log(n, JSON.stringify(f()).slice(0, 600));
  } catch (e) {
    console.log(n, 'CRASH', String(e).slice(0, 300));
  }
};
it('x', () => {
  t('deep flow', () => SourceFile.parse('x', '['.repeat(20000))[1].length);
  t('deep flow closed', () => SourceFile.parse('x', '['.repeat(5000) + ']'.repeat(5000))[1].length);
  t('deep block', () => SourceFile.parse('x', '- '.repeat(20000) + 'x')[1].length);
  t('type', () =>
    examineFiles(
      tinyCatalogue({ [friends]: changing(['Player[]', 'Player' + '[]'.repeat(20000)]) }),
    ),
  );
  t('recursive struct example', () =>
    examineFiles(tinyCatalogue({ [player]: changing(['type: string', 'type: Player']) })),
  );
  t('use self', () =>
    examineFiles(
      tinyCatalogue({
        'types/caller.yaml': `name: caller\ntext: { en: x, zh: x, ko: x }\nsources: [manual:1]\nmembers:\n  a: { use: caller.a, sources: [manual:1] }\n`,
        [login]: changing(['    type: Mode\n', '    use: caller.a\n']),
      }),
    ),
  );
  t('huge int', () =>
    examineFiles(
      tinyCatalogue({ [codes]: changing(['code: -1', 'code: 99999999999999999999999']) }),
    ),
  );
  t('inf', () => examineFiles(tinyCatalogue({ [codes]: changing(['code: -1', 'code: .inf']) })));
  t('nan default', () =>
    examineFiles(
      tinyCatalogue({ [friends]: changing(['type: int', 'type: number\n    default: .nan']) }),
    ),
  );
  t('bigrange', () =>
    examineFiles(
      tinyCatalogue({ [codes]: changing(['code: -1', 'code: 1\n    to: 99999999999']) }),
    ),
  );
  t('date', () =>
    examineFiles(
      tinyCatalogue({
        [friends]: changing([
          'request:\n',
          'lifecycle: { status: stopped, date: 2020-99-99, text: {en: x, zh: x, ko: x}, sources: [manual:1] }\nrequest:\n',
        ]),
      }),
    ),
  );
  t('nocode', () =>
    examineFiles(tinyCatalogue({ [codes]: changing(['- code: -1\n    text', '- text']) })),
  );
  t('text no match', () =>
    examineFiles(tinyCatalogue({ [codes]: changing(['carriedBy: ret', 'carriedBy: text']) })),
  );
  t('wrapped no by', () =>
    examineFiles(tinyCatalogue({ [codes]: changing(['carriedBy: ret', 'carriedBy: wrapped']) })),
  );
  t('only failure', () =>
    examineFiles(
      tinyCatalogue({
        [login]: changing(['{ ret: 0, msg: fine, player: { nick: Ann } }', '{ ret: 1, msg: x }']),
      }),
    ),
  );
  t('two examples of one name', () =>
    examineFiles(tinyCatalogue({ [login]: (x) => x + x.slice(x.indexOf('  - name: success')) })),
  );
  t('array of object members', () =>
    examineFiles(
      tinyCatalogue({
        [login]: changing([
          'type: Player\n',
          'type: string\n    members: { x: {type: string, optional: shown, text: {en: x, zh: x, ko: x}, sources: [manual:1]} }\n',
        ]),
      }),
    ),
  );
  t('limit in struct', () =>
    examineFiles(
      tinyCatalogue({
        [player]: changing([
          'members:',
          'limits: [{ max: 1, unit: bytes, of: [nowhere], basis: stated, sources: [manual:1] }]\nmembers:',
        ]),
      }),
    ),
  );
  t('min>max', () =>
    examineFiles(
      tinyCatalogue({
        [friends]: changing([
          'type: int',
          'type: int\n    limits: [{ min: 9, max: 1, unit: value, basis: inferred, sources: [manual:1] }]',
        ]),
      }),
    ),
  );
  t('limit none', () =>
    examineFiles(
      tinyCatalogue({
        [friends]: changing([
          'type: int',
          'type: int\n    limits: [{ unit: value, basis: stated, sources: [manual:1] }]',
        ]),
      }),
    ),
  );
  t('query collides request', () =>
    examineFiles(
      tinyCatalogue({
        [login]: changing([
          'request:\n',
          'query:\n  name: { type: int, optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\nrequest:\n',
        ]),
      }),
    ),
  );
  t('ret member', () =>
    examineFiles(
      tinyCatalogue({
        [login]: changing([
          'response:\n',
          'response:\n  ret: { type: string, required: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n',
        ]),
      }),
    ),
  );
  t('self replaced', () =>
    examineFiles(
      tinyCatalogue({
        [friends]: changing([
          'request:\n',
          'lifecycle: { status: discouraged, replacedBy: /relation/friends, text: {en: x, zh: x, ko: x}, sources: [manual:1] }\nrequest:\n',
        ]),
      }),
    ),
  );
});
