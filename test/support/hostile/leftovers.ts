import { createHook } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';

/** A timer, or a handle of a socket: whether it keeps its thread alive. */
interface Resource {
  hasRef(): boolean;
}

/** Waits until something is as wanted, and fails where that takes too long. */
export async function eventually<T>(read: () => T, wanted: T, what: string): Promise<void> {
  const start = performance.now();
  while (JSON.stringify(read()) !== JSON.stringify(wanted) && performance.now() - start < 5000)
    await pause(2);
  expect(read(), what).toEqual(wanted);
}

/**
 * Watches what work leaves behind. What it gives is to be called when the work is done: it fails where a
 * socket or a timer that was made since then keeps the thread alive, or a promise was rejected and
 * nobody looked.
 */
export function watchLeftovers(): () => Promise<void> {
  const made = new Map<number, readonly [kind: string, Resource]>();
  let isOver = false;
  const hook = createHook({
    init(id, kind, _trigger, resource) {
      if (!isOver && (kind === 'Timeout' || kind.startsWith('TCP')) && 'hasRef' in resource)
        made.set(id, [kind, resource as Resource]);
    },
    destroy: (id) => void made.delete(id),
  }).enable();
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', note);
  return async () => {
    isOver = true;
    const kept = (): string[] =>
      [...made.values()].filter(([, one]) => one.hasRef()).map(([kind]) => kind);
    await eventually(kept, [], 'sockets and timers that are left');
    hook.disable();
    process.off('unhandledRejection', note);
    expect(rejections, 'unhandled rejections').toEqual([]);
  };
}
