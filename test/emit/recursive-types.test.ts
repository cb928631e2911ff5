import { describe, expect, it } from 'vitest';
import { emitFiles } from '../support/emit.js';
import { runEmitted } from '../support/run-emitted.js';
import {
  changing,
  friends,
  login,
  player,
  textOf,
  tinyCatalogue,
} from '../support/tiny-catalogue.js';

const member = (name: string, type: string): string =>
  `  ${name}: { type: '${type}', optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`;

/** Players who have friends, and teams that have players who have teams. */
const catalogue = tinyCatalogue({
  [player]: (text) => text + member('friends', 'Player[]') + member('team', 'Team'),
  'types/Team.yaml': `${textOf(player).replace('Player', 'Team')}${member('players', 'Player{}')}`,
  [login]: changing([
    '{ nick: Ann }',
    "{ nick: Ann, friends: [{ nick: '7' }], team: { nick: A, players: { b: { nick: Bob } } } }",
  ]),
  [friends]: undefined,
});

describe('structs that lead to themselves', () => {
  it('are validated and read at every depth', async () => {
    const { client, mock, validators } = await runEmitted(await emitFiles(catalogue));
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const text = await (await mock.createMock().fetch(url, init)).text();
      return new Response(text.replace('"7"', '7'));
    };
    const app = { baseUrl: 'http://service.invalid', apps: { qq: { appid: '1', key: 'k' } } };
    const reply = await client
      .createMsdk({ ...app, fetch })
      .auth.login({ openid: 'A', name: 'Ann' });
    expect(reply['player']).toEqual({
      nick: 'Ann',
      friends: [{ nick: '7' }],
      team: { nick: 'A', players: { b: { nick: 'Bob' } } },
    });
    expect(validators.validateRequest('/auth/login', { name: 'Ann' }).ok).toBe(true);
  });
});
