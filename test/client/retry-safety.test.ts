import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createClient,
  NotSent,
  retries,
  type CallError,
  type RetryOptions,
} from '../../generated/client/index.js';
import { failureReply } from '../../templates/runtime/mock/failure.js';
import { specModel } from '../support/catalogue.js';
import { calledOf, exportedOperations, type Called } from '../support/operations.js';
import { nowhere, reply, scripted, silent, type Step } from '../support/scripted.js';

const all = calledOf(specModel());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How often an endpoint is sent a request that always fails so, and how the call ends. */
async function outcome(
  { operation, platform, input }: Called,
  failure: Step,
  options: RetryOptions = {},
): Promise<{ sent: number; error: CallError }> {
  const { transport, requests } = scripted(failure);
  const caller = createClient({ ...nowhere, transport, retry: retries(options) });
  const ended = caller.call(operation, input, { platform, timeout: 60_000 }).result();
  await vi.runAllTimersAsync();
  const result = await ended;
  if (result.ok) throw new Error('the call succeeded');
  return { sent: requests.length, error: result.error };
}

const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
const refused = new NotSent(new Error('connect ECONNREFUSED'));

const isRead = ({ model }: Called): boolean => model.effect === 'read';
const isUndoable = ({ model }: Called): boolean => !['consume', 'push'].includes(model.effect);
const never = (): boolean => false;

const failures: readonly [string, Step, (called: Called) => boolean][] = [
  ['no connection', refused, isUndoable],
  ['a connection that breaks', reset, isRead],
  ['HTTP status 429', reply('', 429), isRead],
  ['HTTP status 500', reply('', 500), isRead],
  ['HTTP status 502', reply('', 502), isRead],
  ['HTTP status 503', reply('', 503), isRead],
  ['HTTP status 504', reply('', 504), isRead],
  ['HTTP status 301', reply('', 301), never],
  ['HTTP status 400', reply('', 400), never],
  ['HTTP status 404', reply('', 404), never],
  ['HTTP status 499', reply('', 499), never],
  ['a reply that is no JSON', reply('<html>'), never],
  ['a code that no table knows', reply({ ret: -424242, msg: 'new' }), never],
  ['silence until the time is up', silent, never],
];

describe('an attempt that fails is repeated only where that is safe', () => {
  it('as is held for every endpoint there is', () => {
    expect(all.map(({ model }) => `${model.id}Operation`).sort()).toEqual(
      [...exportedOperations()].sort(),
    );
    expect(all).toHaveLength(64);
    for (const { model, operation } of all)
      expect(operation).toMatchObject({ effect: model.effect, idempotent: model.idempotent });
    expect(new Set(all.map(({ model }) => model.effect))).toEqual(
      new Set(['read', 'write', 'consume', 'push']),
    );
  });

  it.each(failures)('after %s', async (_what, failure, isRepeated) => {
    for (const called of all) {
      const { sent } = await outcome(called, failure);
      expect(sent, called.model.path).toBe(isRepeated(called) ? 3 : 1);
    }
  });

  it('after a code whose table says so, on what is idempotent', async () => {
    const seen = new Set<string>();
    for (const called of all) {
      const { envelope, tables, idempotent, effect, path } = called.model;
      for (const table of tables) {
        // One code for each word of advice is enough: that each code has its own is tested elsewhere.
        const rows = new Map(table.codes.map((row) => [row.retry, row]));
        for (const { code = 0, match, text } of rows.values()) {
          if (code === 0 && match === undefined) continue;
          const failure = reply(failureReply(envelope, table, code, match ?? text.en));
          const { sent, error } = await outcome(called, failure);
          if (error.kind !== 'api' || error.retry === undefined)
            throw new Error(`${path}: ${error.message}`);
          const isRepeated =
            idempotent && isUndoable(called) && ['safe', 'later'].includes(error.retry);
          expect(sent, `${path} ${table.id} ${match ?? code}`).toBe(isRepeated ? 3 : 1);
          seen.add(`${effect} ${idempotent} ${error.retry}`);
        }
      }
    }
    for (const retry of ['safe', 'later', 'never'])
      for (const kind of ['read true', 'write true', 'write false', 'consume false', 'push false'])
        expect(seen).toContain(`${kind} ${retry}`);
  });

  it('and never where it hands over gifts or reaches other people', async () => {
    const delicate = all.filter(({ model: { path } }) =>
      /get_gift|^\/share\/(?!upload)|push|send_?(group)?msg|send_msg|remind/.test(path),
    );
    expect(delicate.map(({ model }) => model.path)).toEqual([
      '/profile/get_gift',
      '/profile/subscribe_push',
      '/relation/remind_leader_bindv2',
      '/relation/send_groupmsg',
      '/relation/wx_mini_send_msg',
      '/relation/wxsend_groupmsg',
      '/share/qq',
      '/share/qqark',
      '/share/wx',
      '/share/wx_link',
      '/share/wxgame',
    ]);
    for (const called of delicate)
      for (const [what, failure] of failures)
        expect((await outcome(called, failure)).sent, `${called.model.path} ${what}`).toBe(1);
  });

  it('or where the game says so itself', async () => {
    const when = vi.fn<NonNullable<RetryOptions['when']>>(() => true);
    for (const called of all) {
      when.mockClear();
      expect((await outcome(called, reply('', 404), { when })).sent).toBe(3);
      const { path, effect, idempotent } = called.model;
      expect(when).toHaveBeenCalledWith(
        expect.objectContaining({ kind: 'http', status: 404 }),
        expect.objectContaining({ path, effect, idempotent }),
      );
    }
  });
});
