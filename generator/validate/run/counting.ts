import { CoverageCounter } from '../coverage/counter.js';
import { Knowledge } from '../knowledge.js';
import type { RunOptions } from './options.js';
import { setUp, type Workbench } from './workbench.js';

/**
 * Sets up a thread; with a counter of what is exercised, where that is asked for. Throws where the folder
 * has no generated validators.
 */
export function countingBench(options: RunOptions): {
  readonly workbench: Workbench;
  readonly counter: CoverageCounter | undefined;
} {
  const knowledge = new Knowledge(options.validators);
  if (!options.withCoverage) return { workbench: setUp(options, knowledge), counter: undefined };
  const { tables } = knowledge.service;
  const counter = new CoverageCounter(new Map(tables.map((table) => [table.id, table])));
  const workbench = setUp(options, knowledge, ({ facts }, part, value) =>
    counter.add(facts, part, value),
  );
  return { workbench, counter };
}
