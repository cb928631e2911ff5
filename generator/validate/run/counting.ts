import { CoverageCounter } from '../coverage/counter.js';
import { Knowledge } from '../knowledge.js';
import type { RunOptions } from './options.js';
import { setUp, type Workbench } from './workbench.js';

/** Sets up a thread; with a counter of what is exercised, where that is asked for. */
export function countingBench(options: RunOptions): {
  readonly workbench: Workbench;
  readonly counter: CoverageCounter | undefined;
} {
  if (!options.withCoverage) return { workbench: setUp(options), counter: undefined };
  const { tables } = new Knowledge(options.validators).service;
  const counter = new CoverageCounter(new Map(tables.map((table) => [table.id, table])));
  const workbench = setUp(options, ({ facts }, part, value) => counter.add(facts, part, value));
  return { workbench, counter };
}
