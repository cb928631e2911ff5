import { describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  NotSent,
  type AttemptContext,
  type HttpReply,
  type Interceptor,
  type Transport,
} from '../../generated/client/index.js';
import {
  bodyOf,
  failureOf,
  nowhere,
  player,
  profile,
  reply,
  scripted,
  type Step,
} from '../support/scripted.js';

/** A client with interceptors, and what leaves it. */
function through(interceptors: readonly Interceptor[], ...steps: Step[]) {
  const [first = reply(profile), ...rest] = steps;
  const { transport, requests } = scripted(first, ...rest);
  const retry = { baseDelay: 1, random: () => 0 };
  const msdk = createMsdk({ ...nowhere, transport, interceptors, retry });
  return { msdk, requests, ask: () => msdk.relation.qqprofile(player) };
}

/** An interceptor that writes down when it is passed. */
function noted(name: string, log: string[]): Interceptor {
  return async (request, next) => {
    log.push(`${name} in`);
    const answer = await next(request);
    log.push(`${name} out`);
    return answer;
  };
}

describe('interceptors', () => {
  it('are layers around the transport, the first outermost', async () => {
    const log: string[] = [];
    const last: Step = () => (log.push('sent'), Promise.resolve(reply(profile)));
    const { ask } = through([noted('a', log), noted('b', log), noted('c', log)], last);
    await ask();
    expect(log).toEqual(['a in', 'b in', 'c in', 'sent', 'c out', 'b out', 'a out']);
  });

  it('see the request as it goes out', async () => {
    const seen = vi.fn<Interceptor>((request, next) => next(request));
    const { ask, requests } = through([seen]);
    await ask();
    expect(seen.mock.calls[0]?.[0]).toEqual(requests[0]);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      origin: 'http://msdk.example',
      path: expect.stringMatching(
        /^\/relation\/qqprofile\?timestamp=\d+&sig=[0-9a-f]{32}&/,
      ) as string,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ appid: '100000001', ...player }),
    });
  });

  it('may change address, headers and body of the request, each for the layers within', async () => {
    const { ask, requests } = through([
      (request, next) => next({ ...request, origin: 'http://proxy.example' }),
      (request, next) => next({ ...request, headers: { ...request.headers, traceparent: '00-1' } }),
      (request, next) => next({ ...request, body: JSON.stringify({ from: request.origin }) }),
    ]);
    await ask();
    expect(requests).toHaveLength(1);
    const [sent] = requests;
    expect(sent).toMatchObject({
      origin: 'http://proxy.example',
      headers: { 'content-type': 'application/json', traceparent: '00-1' },
    });
    expect(sent && bodyOf(sent)).toEqual({ from: 'http://proxy.example' });
  });

  it('may answer in place of the service', async () => {
    const { ask, requests } = through([
      () => Promise.resolve(reply({ ...profile, nickName: 'cached' }, 200, { age: '7' })),
    ]);
    const answer = await ask().withResponse();
    expect(answer).toMatchObject({ data: { nickName: 'cached' }, headers: { age: '7' } });
    expect(requests).toHaveLength(0);
  });

  it('may change the reply', async () => {
    const renamed: Interceptor = async (request, next) => {
      const { status, body } = await next(request);
      const text = new TextDecoder().decode(body).replace('Ann', 'Bob');
      return reply(text, status, { 'x-changed': '1' });
    };
    const answer = await through([renamed]).ask().withResponse();
    expect(answer).toMatchObject({ data: { nickName: 'Bob' }, headers: { 'x-changed': '1' } });
    expect(answer.text).toContain('Bob');
  });

  it('may send twice, and give either reply', async () => {
    const log: string[] = [];
    const twice: Interceptor = async (request, next) => {
      const first = await next(request);
      return first.status === 503 ? next(request) : first;
    };
    const { ask, requests } = through([twice, noted('inner', log)], reply('', 503), reply(profile));
    const { data, attempts } = await ask().withResponse();
    expect(data.nickName).toBe('Ann');
    expect(attempts).toBe(1);
    expect(requests).toHaveLength(2);
    expect(log).toEqual(['inner in', 'inner out', 'inner in', 'inner out']);
  });

  it('may turn a failure into a reply', async () => {
    const caught: Interceptor = (request, next) => next(request).catch(() => reply(profile));
    expect(await through([caught], new NotSent('no connection')).ask()).toMatchObject({ ret: 0 });
  });

  it('are passed by each attempt anew, and told which it is', async () => {
    const contexts: AttemptContext[] = [];
    const { ask, requests } = through(
      [(request, next, context) => (contexts.push(context), next(request))],
      new NotSent('no connection'),
      reply('', 503),
      reply(profile),
    );
    await ask();
    expect(requests).toHaveLength(3);
    expect(contexts).toMatchObject(
      [1, 2, 3].map((attempt) => ({
        endpoint: '/relation/qqprofile',
        operation: 'relation.qqprofile',
        attempt,
        signal: expect.any(AbortSignal) as AbortSignal,
      })),
    );
  });

  it('that throw end the attempt in a typed error, with what they threw', async () => {
    const thrown = new TypeError('a mistake in the interceptor');
    const failing: readonly Interceptor[] = [
      () => Promise.reject(thrown),
      () => {
        throw thrown;
      },
      async (request, next) => {
        await next(request);
        throw thrown;
      },
    ];
    for (const interceptor of failing) {
      const msdk = createMsdk({
        ...nowhere,
        transport: scripted(reply(profile)).transport,
        interceptors: [interceptor],
        retry: false,
      });
      const error = await failureOf(msdk.relation.qqprofile(player));
      expect(error).toMatchObject({ kind: 'network', endpoint: '/relation/qqprofile' });
      expect(error.cause).toBe(thrown);
    }
  });

  it('that say that nothing was sent are believed', async () => {
    const breaker: Interceptor = () => Promise.reject(new NotSent('the breaker is open'));
    const { ask, requests } = through([breaker]);
    const error = await failureOf(ask());
    expect(error).toMatchObject({ kind: 'network', sent: false });
    expect(requests).toHaveLength(0);
  });

  it('that forget to give a reply send nothing a second time', async () => {
    // As programs without types do: the arrow has braces, and no return.
    const forgetful = ((request: Parameters<Interceptor>[0], next: Parameters<Interceptor>[1]) => {
      void next(request);
    }) as unknown as Interceptor;
    const forgetfulLater = (async (
      request: Parameters<Interceptor>[0],
      next: Parameters<Interceptor>[1],
    ) => {
      await next(request);
    }) as unknown as Interceptor;
    for (const interceptor of [forgetful, forgetfulLater]) {
      const { msdk, requests } = through([interceptor], reply({ ret: 0, GiftPackList: [] }));
      expect(await msdk.profile.getGift({ openid: 'A1' }).result()).toMatchObject({ ok: false });
      expect(requests).toHaveLength(1);
    }
  });

  it('are not asked once the call is over', async () => {
    const inner = vi.fn<Interceptor>((request, next) => next(request));
    const caller = new AbortController();
    const { msdk, requests } = through([(request, next) => (caller.abort(), next(request)), inner]);
    const call = msdk.relation.qqprofile(player, { signal: caller.signal });
    expect(await failureOf(call)).toMatchObject({ kind: 'aborted' });
    expect(inner).not.toHaveBeenCalled();
    expect(requests).toHaveLength(0);
  });
});

describe('the headers of a call', () => {
  /** What a server sees of the headers, as `fetch` sends them. */
  async function headersBy(
    headers: Readonly<Record<string, string>>,
    byFetch: boolean,
  ): Promise<Record<string, string>> {
    let seen: Record<string, string> = {};
    const answer: HttpReply = reply(profile);
    const transport: Transport = (request) => {
      seen = { ...request.headers };
      return Promise.resolve(answer);
    };
    const fetch = (_url: string, init: RequestInit): Promise<Response> => {
      seen = Object.fromEntries(new Headers(init.headers));
      return Promise.resolve(new Response(JSON.stringify(profile)));
    };
    const msdk = createMsdk({ ...nowhere, ...(byFetch ? { fetch } : { transport }) });
    await msdk.relation.qqprofile(player, { headers });
    return seen;
  }

  it.each([true, false])('go out beside the protocol’s (by fetch: %s)', async (byFetch) => {
    expect(await headersBy({ traceparent: '00-1', 'x-game': '7' }, byFetch)).toMatchObject({
      'content-type': 'application/json',
      traceparent: '00-1',
      'x-game': '7',
    });
  });

  it.each([true, false])(
    'do not replace the protocol’s, however they are written (by fetch: %s)',
    async (byFetch) => {
      for (const name of ['content-type', 'Content-Type', 'CONTENT-TYPE']) {
        const seen = await headersBy({ [name]: 'text/plain' }, byFetch);
        const types = Object.entries(seen).filter(([key]) => key.toLowerCase() === 'content-type');
        expect(types, name).toEqual([['content-type', 'application/json']]);
      }
    },
  );

  it.each([
    ['a line break', { 'x-game': 'a\r\nx-forged: 1' }],
    ['a value that is no text', { 'x-game': undefined as unknown as string }],
    ['a name that is none', { 'x game': '1' }],
    ['a length of the body', { 'Content-Length': '1' }],
    ['a coding of the body', { 'transfer-encoding': 'chunked' }],
  ])('with %s are refused, and nothing is sent', async (_what, headers) => {
    const { transport, requests } = scripted(reply(profile));
    const { relation } = createMsdk({ ...nowhere, transport });
    expect(await failureOf(relation.qqprofile(player, { headers }))).toMatchObject({
      kind: 'request',
    });
    expect(requests).toHaveLength(0);
  });
});
