import { describe, expect, it, vi } from 'vitest';
import { answererOf } from '../../generator/mock/answerer.js';
import type { SeenExchange } from '../../generator/mock/record/seen.js';
import { asked, replyWith } from '../support/upstream.js';

const request = asked('/auth/verify_login', '{}');
const by = (who: string) => ({ answer: () => replyWith(who) });
const nobody = { answer: () => undefined };

function recording() {
  const seen: SeenExchange[] = [];
  const record = (one: SeenExchange) => Promise.resolve(seen.push(one));
  return { recorder: { record }, seen };
}

describe('an answerer', () => {
  it('asks the replay first, then the proxy, and the mock where neither is', async () => {
    const mock = by('mock');
    const proxy = { answer: () => Promise.resolve(replyWith('proxy')) };
    const bodyOf = async (parts: Parameters<typeof answererOf>[0]) =>
      (await answererOf(parts).answer(request)).body;
    expect(await bodyOf({ mock })).toBe('mock');
    expect(await bodyOf({ mock, proxy })).toBe('proxy');
    expect(await bodyOf({ mock, proxy, replay: nobody })).toBe('proxy');
    expect(await bodyOf({ mock, replay: nobody })).toBe('mock');
    expect(await bodyOf({ mock, proxy, replay: by('replay') })).toBe('replay');
  });

  it('answers at once where nothing has to be waited for', () => {
    expect(answererOf({ mock: by('mock') }).answer(request)).toEqual(replyWith('mock'));
  });

  it('records what it answers itself before it gives it back, and not what the proxy does', async () => {
    const { recorder, seen } = recording();
    await answererOf({ mock: by('mock'), recorder }).answer(request);
    await answererOf({ mock: by('mock'), recorder, replay: by('replay') }).answer(request);
    const proxy = { answer: () => Promise.resolve(replyWith('proxy')) };
    await answererOf({ mock: by('mock'), recorder, proxy }).answer(request);
    expect(seen.map(({ reply }) => reply.body)).toEqual(['mock', 'replay']);
    expect(seen[0]?.request).toBe(request);
  });

  it('records nothing where the connection is to break', async () => {
    const { recorder, seen } = recording();
    const cut = { answer: () => ({ ...replyWith('x'), cut: 'reset' as const }) };
    expect((await answererOf({ mock: cut, recorder }).answer(request)).cut).toBe('reset');
    expect(seen).toEqual([]);
  });

  it('answers though nothing can be recorded', async () => {
    const record = vi.fn(() => Promise.reject(new Error('full')));
    const answerer = answererOf({ mock: by('mock'), recorder: { record } });
    expect((await answerer.answer(request)).body).toBe('mock');
    expect(record).toHaveBeenCalledOnce();
  });
});
