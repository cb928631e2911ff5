import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  relationQqUnregFriendsOperation,
  type DeprecationNotice,
  type Msdk,
  type MsdkOptions,
} from '../../generated/client/index.js';
import { specModel } from '../support/catalogue.js';
import { calledOf } from '../support/operations.js';
import { nowhere, player, reply, scripted } from '../support/scripted.js';

const all = calledOf(specModel());
const ending = all.filter(({ model: { lifecycle } }) =>
  ['deprecated', 'stopped'].includes(lifecycle?.status ?? ''),
);
/** A warning that shows in full what ends when, why, and what is there instead. */
const announced = ending.map(({ model: { path, lifecycle } }) => ({
  path,
  parts: [path, lifecycle?.date, lifecycle?.text.en, lifecycle?.replacedBy].flatMap(
    (part) => part ?? [],
  ),
}));
type Game = typeof nowhere.apps;

afterEach(() => {
  vi.restoreAllMocks();
});

function client(onDeprecation?: MsdkOptions['onDeprecation']): Msdk {
  const { transport } = scripted(reply({ ret: -1, msg: '' }));
  const told = onDeprecation === undefined ? {} : { onDeprecation };
  return createMsdk<Game>({ ...nowhere, transport, ...told });
}

/** Calls every endpoint there is. */
async function callAll(msdk: Msdk): Promise<void> {
  for (const { operation, input, platform } of all)
    await msdk.client.call(operation, input, { platform }).result();
}

describe('an endpoint whose end is announced', () => {
  it('is one of those that the catalogue names', () => {
    expect(ending.map(({ model }) => model.path)).toEqual([
      '/profile/load_vip',
      '/profile/wxscore',
      '/relation/qq_unreg_friends',
      '/share/qq',
      '/share/wxgame',
    ]);
    expect(all.filter(({ operation }) => operation.deprecated !== undefined)).toEqual(ending);
  });

  it('is told once by each client to who wants to know, and no other endpoint is', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const told = [vi.fn(), vi.fn()];
    for (const tell of told) {
      const msdk = client(tell);
      await callAll(msdk);
      await callAll(msdk);
      expect(tell.mock.calls.flat()).toEqual(
        ending.map(({ model: { path, lifecycle } }): DeprecationNotice => {
          const { date, replacedBy } = lifecycle ?? {};
          return {
            endpoint: path,
            text: lifecycle?.text.en ?? '',
            ...(date === undefined ? {} : { date }),
            ...(replacedBy === undefined ? {} : { replacedBy }),
          };
        }),
      );
    }
    expect(warned).not.toHaveBeenCalled();
  });

  it('is told of nowhere where the client is to be silent', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await callAll(client(false));
    expect(warned).not.toHaveBeenCalled();
  });

  it('is called all the same where the one who is told fails', async () => {
    const msdk = client(() => {
      throw new Error('the log is full');
    });
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const call = msdk.client.call(relationQqUnregFriendsOperation, { ...player, count: 1 });
    expect(await call.result()).toMatchObject({ ok: false, error: { kind: 'api', ret: -1 } });
    expect(warned).toHaveBeenCalledOnce();
  });

  // The last: what a process was warned of, it is not warned of again.
  it('is warned of once in a process, with its date and what to call instead', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', listen);
    await callAll(client());
    await callAll(client());
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect(warnings.map(({ name }) => name)).toEqual(ending.map(() => 'DeprecationWarning'));
    for (const [index, { parts }] of announced.entries())
      for (const part of parts) expect(warnings[index]?.message).toContain(part);
  });
});
