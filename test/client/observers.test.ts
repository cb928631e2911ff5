import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  NotSent,
  type AttemptEnd,
  type CallEnd,
  type CallStart,
  type MsdkOptions,
  type Observer,
  type RetryNotice,
} from '../../generated/client/index.js';
import {
  failureOf,
  nowhere,
  player,
  profile,
  reply,
  scripted,
  type Step,
} from '../support/scripted.js';

type Event =
  | readonly ['start', CallStart]
  | readonly ['attempt', AttemptEnd]
  | readonly ['retry', RetryNotice]
  | readonly ['end', CallEnd];
type Game = typeof nowhere.apps;

afterEach(() => {
  vi.restoreAllMocks();
});

/** An observer that keeps all that it is told. */
function recorder(): { readonly observer: Observer; readonly events: Event[] } {
  const events: Event[] = [];
  const observer: Observer = (start) => {
    events.push(['start', start]);
    return {
      attempt: (end) => void events.push(['attempt', end]),
      retry: (notice) => void events.push(['retry', notice]),
      end: (end) => void events.push(['end', end]),
    };
  };
  return { observer, events };
}

function watched(steps: readonly [Step, ...Step[]], more: Partial<MsdkOptions<Game>> = {}) {
  const { observer, events } = recorder();
  const { transport, requests } = scripted(...steps);
  const retry = { baseDelay: 1, random: () => 0.5 };
  const observers = [observer];
  const msdk = createMsdk<Game>({
    ...nowhere,
    transport,
    observers,
    retry,
    ...more,
  } as MsdkOptions<Game>);
  return { msdk, events, requests };
}

const aDuration = expect.closeTo(50_000, -5) as number;
const start = [
  'start',
  {
    endpoint: '/relation/qqprofile',
    operation: 'relation.qqprofile',
    effect: 'read',
    platform: 'qq',
  },
];

describe('what an observer is told', () => {
  it('of a call that succeeds is its start, its attempt and its end', async () => {
    const answer = reply(profile);
    const { msdk, events, requests } = watched([answer]);
    await msdk.relation.qqprofile(player);
    const sentBytes = Buffer.byteLength(String(requests[0]?.body));
    const over = { duration: aDuration, ret: 0, error: undefined };
    expect(events).toEqual([
      start,
      [
        'attempt',
        { attempt: 1, sentBytes, receivedBytes: answer.body.length, status: 200, ...over },
      ],
      ['end', { attempts: 1, ...over }],
    ]);
  });

  it('of a call that is repeated is each attempt, and each pause', async () => {
    const { msdk, events } = watched([new NotSent('no'), reply('busy', 503), reply(profile)]);
    await msdk.relation.qqprofile(player);
    expect(events).toMatchObject([
      start,
      ['attempt', { attempt: 1, status: undefined, receivedBytes: undefined, ret: undefined }],
      ['retry', { attempt: 1, delay: 0.5, error: { kind: 'network', sent: false } }],
      ['attempt', { attempt: 2, status: 503, receivedBytes: 4, ret: undefined }],
      ['retry', { attempt: 2, delay: 1, error: { kind: 'http', status: 503 } }],
      ['attempt', { attempt: 3, status: 200, ret: 0, error: undefined }],
      ['end', { attempts: 3, ret: 0, error: undefined }],
    ]);
    const end = events.at(-1);
    const attempts = events.filter((event) => event[0] === 'attempt');
    const within = attempts.reduce((sum, [, { duration }]) => sum + duration, 0);
    for (const [, { duration }] of attempts) expect(duration).toBeGreaterThanOrEqual(0);
    expect(end?.[0] === 'end' && end[1].duration).toBeGreaterThanOrEqual(within);
  });

  it('of an answer that reports a failure is its ret and the very error that is thrown', async () => {
    const { msdk, events } = watched([reply({ ret: -1011, msg: 'input param is null.' })]);
    const error = await failureOf(msdk.relation.qqprofile(player));
    expect(events).toMatchObject([
      start,
      ['attempt', { attempt: 1, status: 200, ret: -1011 }],
      ['end', { attempts: 1, ret: -1011 }],
    ]);
    for (const event of events.slice(1)) expect(event[1]).toHaveProperty('error', error);
  });

  it('of a call that is refused is that nothing was sent', async () => {
    const { msdk, events } = watched([reply(profile)]);
    await failureOf(msdk.relation.qqprofile({ openid: 7 } as unknown as typeof player));
    await failureOf(msdk.auth.getPfval({} as never));
    await failureOf(msdk.relation.qqprofile(player, { signal: AbortSignal.abort() }));
    expect(events).toMatchObject([
      start,
      ['end', { attempts: 0, ret: undefined, error: { kind: 'request' } }],
      ['start', { operation: 'auth.getPfval', platform: undefined }],
      ['end', { attempts: 0, ret: undefined, error: { kind: 'request' } }],
      start,
      ['end', { attempts: 0, ret: undefined, error: { kind: 'aborted' } }],
    ]);
  });

  it('of a call for want of a key is that nothing was sent', async () => {
    const apps = { ...nowhere.apps, qq: { appid: '1', key: () => '' } } as unknown as Game;
    const { msdk, events } = watched([reply(profile)], { apps });
    await failureOf(msdk.relation.qqprofile(player));
    expect(events.at(-1)).toMatchObject(['end', { attempts: 0, error: { kind: 'request' } }]);
  });

  it('of sizes is in bytes of UTF-8', async () => {
    const nickName = 'é中😀';
    const { msdk, events, requests } = watched([reply({ ...profile, nickName })]);
    await msdk.relation.qqprofile({ ...player, openid: 'ß字🎮' });
    const whole = { ...profile, nickName };
    expect(events[1]).toMatchObject([
      'attempt',
      {
        sentBytes: Buffer.byteLength(String(requests[0]?.body)),
        receivedBytes: Buffer.byteLength(JSON.stringify(whole)),
      },
    ]);
  });

  it('of the sizes of an encrypted call is what went over the wire, both ways', async () => {
    const twice = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
      new Uint8Array([...bytes, ...bytes]);
    const answer = reply(JSON.stringify(profile).repeat(2));
    const { msdk, events, requests } = watched([answer], {
      encrypt: true,
      bodyCodec: { encrypt: twice, decrypt: (bytes) => bytes.slice(bytes.length / 2) },
    });
    await msdk.relation.qqprofile(player);
    expect(events[1]).toMatchObject([
      'attempt',
      { sentBytes: requests[0]?.body?.length, receivedBytes: answer.body.length },
    ]);
  });

  it('is only of the calls that it follows', async () => {
    const ends: CallEnd[] = [];
    const { msdk } = watched([reply(profile)], {
      observers: [
        ({ effect }) => (effect === 'read' ? undefined : { end: (end) => void ends.push(end) }),
      ],
    });
    await msdk.relation.qqprofile(player);
    await msdk.profile.getGift({ openid: 'A1' }).result();
    expect(ends).toHaveLength(1);
  });
});

describe('an observer sees no secret', () => {
  const { accessToken: token } = player;
  /** Whether a text shows a secret. */
  const tells = (shown: string): boolean =>
    [token, nowhere.apps.qq.key].some((secret) => shown.includes(secret)) ||
    /sig=[0-9a-f]/.test(shown);
  const failed = (more: object): Error => Object.assign(new Error('failed'), more);
  it.each<[string, (url: string) => Error]>([
    ['the message', (url) => new Error(`cannot post to ${url}`)],
    ['a member', (url) => failed({ config: { url, sent: { token } } })],
    ['a member’s name', () => failed({ sent: { [token]: true } })],
    ['the cause', () => failed({ cause: new Error(token) })],
    ['an error among several', () => new AggregateError([new Error(token)], 'failed')],
    ['a URL', (url) => failed({ url: new URL(url) })],
    ['a request', (url) => failed({ request: new Request(url) })],
    ['headers', () => failed({ headers: new Headers({ token }) })],
    ['a map', () => failed({ sent: new Map([['token', token]]) })],
    ['a set', () => failed({ sent: new Set([token]) })],
    ['a text in place of an error', () => token as unknown as Error],
  ])('in %s that the transport fails with', async (_where, failure) => {
    const { msdk, events } = watched([
      ({ origin, path }) => Promise.reject(failure(origin + path)),
    ]);
    await failureOf(msdk.relation.qqprofile(player));
    expect(events.length).toBeGreaterThan(4);
    expect(tells(inspect(events, { depth: Infinity, showHidden: true }))).toBe(false);
    expect(tells(JSON.stringify(events))).toBe(false);
  });

  it('in a reply, whatever it repeats', async () => {
    const echo = JSON.stringify({ ...player, key: nowhere.apps.qq.key });
    for (const step of [
      reply(echo),
      reply(echo, 500),
      reply(`<html>${echo}`),
      reply({ ret: -1011, msg: `wrong: ${echo}` }),
      reply({ ...profile, yellow_vip: { [token]: token } }),
      reply({ ...profile, nickName: token }),
    ]) {
      const { msdk, events } = watched([step]);
      await msdk.relation.qqprofile(player).result();
      const shown = inspect(events, { depth: Infinity, showHidden: true });
      expect(tells(shown)).toBe(false);
    }
  });

  it('in what a caller gave wrongly', async () => {
    const { msdk, events } = watched([reply(profile)]);
    const wrong = { openid: 7, accessToken: { text: token } };
    await failureOf(msdk.relation.qqprofile(wrong as unknown as typeof player));
    expect(events).toHaveLength(2);
    expect(inspect(events, { depth: Infinity })).not.toContain(token);
  });
});

describe('an observer that fails', () => {
  const broken = (): never => {
    throw new Error('the log is full');
  };
  const unspeakable = (): never => {
    throw Object.create(null) as Error;
  };
  /** As an `async` function does, which the types let pass. */
  const late = (): void => Promise.reject(new Error('the log is full')) as unknown as undefined;

  it.each<[string, Observer, number]>([
    ['from the start', broken, 1],
    ['at each step', () => ({ attempt: broken, retry: broken, end: broken }), 4],
    ['with what has no words', () => ({ end: unspeakable }), 1],
    ['later', () => ({ attempt: late, retry: late, end: late }), 4],
  ])(
    '%s is warned of, and harms neither the call nor other observers',
    async (_when, observer, times) => {
      const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
      const second = recorder();
      const observers = [observer, second.observer];
      const { msdk } = watched([reply('', 503), reply(profile)], { observers });
      expect(await msdk.relation.qqprofile(player)).toMatchObject({ ret: 0 });
      await new Promise((resolve) => setImmediate(resolve));
      expect(second.events.map(([kind]) => kind)).toEqual([
        'start',
        'attempt',
        'retry',
        'attempt',
        'end',
      ]);
      expect(warned).toHaveBeenCalledTimes(times);
      for (const [message, type] of warned.mock.calls) {
        expect(message).toMatch(/observer/);
        expect(type).toBe('MsdkObserverWarning');
      }
    },
  );

  it('is told of by the process’s own warning', async () => {
    const warning = new Promise<Error>((resolve) => process.once('warning', resolve));
    const { msdk } = watched([reply(profile)], { observers: [broken] });
    await msdk.relation.qqprofile(player);
    expect(await warning).toMatchObject({
      name: 'MsdkObserverWarning',
      message: expect.stringContaining('the log is full') as string,
    });
  });
});
