import type { Lifecycle } from './model.js';

/** Whether a thing is on its way out, or gone; advice against it and its late coming are neither. */
export function isEnding({ status }: Lifecycle): boolean {
  return status === 'deprecated' || status === 'stopped';
}
