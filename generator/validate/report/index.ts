import { githubReporter } from './github.js';
import { gitlabReporter } from './gitlab.js';
import { jsonReporter } from './json.js';
import { junitReporter } from './junit.js';
import { ndjsonReporter } from './ndjson.js';
import type { ReporterOptions } from './options.js';
import { prettyReporter } from './pretty.js';
import type { Reporter } from './reporter.js';
import { sarifReporter } from './sarif.js';
import { tapReporter } from './tap.js';

export type { ReporterOptions } from './options.js';
export type { Reporter } from './reporter.js';

const reporters = {
  pretty: prettyReporter,
  json: jsonReporter,
  ndjson: ndjsonReporter,
  junit: junitReporter,
  sarif: sarifReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  tap: tapReporter,
} satisfies Record<string, (options: ReporterOptions) => Reporter>;

/** The name of a format. */
export type ReporterName = keyof typeof reporters;

/** Every format there is, the one for people first. */
export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

/** A reporter for one run. It remembers what it wrote, so that each run needs a new one. */
export function createReporter(name: ReporterName, options: ReporterOptions): Reporter {
  return reporters[name](options);
}
