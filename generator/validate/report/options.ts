import type { Language } from '../finding.js';

/** What the reporters have to know beside the verdicts. */
export interface ReporterOptions {
  readonly color: boolean;
  /** The language of what the report says by itself; the findings come in their own words. */
  readonly language: Language;
  /** The package's version. */
  readonly version: string;
  /** The absolute path of the working directory. Files below it are named from there. */
  readonly root: string;
}
