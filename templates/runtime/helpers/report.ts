import { expiryOf, type ReportContext } from './report-context.js';
import { ReportRefused, type ReportFinding } from './report-error.js';
import { findingsOf } from './report-rules.js';
import { reportTypes } from './report-types.js';
import type { ReportValues } from './report-values.js';

/** An element of `param`. */
export interface ReportParam {
  type: number;
  bcover: 0 | 1;
  data: string;
  expires: string;
}

/**
 * The `param` of a qqscore_batch request: the values with their numbers, as text, each with the `bcover`
 * and `expires` that its type takes, in the order of the numbers. A value that is undefined is left out.
 *
 * Throws a {@link ReportRefused} with all reasons where a value must not be sent or cannot be written,
 * where one is missing that has to come with the others, and where a settlement is needed and missing, or
 * is over: the platform refuses times that are past. (The example of the documents keeps none of this.)
 *
 * A report that is sent twice may count twice, since QQ counts rounds and adds up play times.
 *
 * Source: qq-en:1204-1318, qq-zh:1171-1286, server-en:2019-2022, server-ko:1527, errors-zh:225,
 * errors-zh:229-231
 */
export function qqScoreReport(values: ReportValues, context: ReportContext): ReportParam[] {
  const findings: ReportFinding[] = findingsOf(values, context);
  const params: ReportParam[] = [];
  for (const [name, { type, write, bcover, settles }] of Object.entries(reportTypes)) {
    const value = values[name as keyof ReportValues];
    if (value === undefined) continue;
    const data = write(value);
    if (typeof data === 'string')
      params.push({ type, bcover, data, expires: settles ? expiryOf(context) : '0' });
    else findings.push({ name, ...data });
  }
  if (findings.length > 0) throw new ReportRefused(findings);
  return params;
}
