import { nearest } from '../../../templates/runtime/suggest.js';
import { kinds, type CoverageReport, type Kind } from './report.js';

/** The percentages that are to be reached: of all but error codes together, or of kinds. */
export type Threshold = Readonly<Partial<Record<Kind | 'all', number>>>;

const percentage = /^(\d{1,3}(?:\.\d+)?)%?$/;

/** Reads `50`, or `endpoints=50,members=80,values=40,errors=10` with any of the kinds. */
export function parseThreshold(
  text: string,
): { readonly threshold: Threshold } | { readonly reason: string } {
  const whole = percentOf(text);
  if (whole !== undefined) return { threshold: { all: whole } };
  const found = new Map<Kind, number>();
  for (const part of text.split(',')) {
    const [name = '', value, ...rest] = part.split('=').map((piece) => piece.trim());
    const kind = kinds.find((one) => one === name);
    const percent = percentOf(value ?? name);
    if (value === undefined || rest.length > 0 || percent === undefined)
      return { reason: `${JSON.stringify(part.trim())} is no percentage from 0 to 100` };
    if (kind === undefined) return { reason: unknownKind(name) };
    if (found.has(kind)) return { reason: `${kind} is there twice` };
    found.set(kind, percent);
  }
  return { threshold: Object.fromEntries(found) };
}

/** Whether anything is less than what is to be reached. */
export function isBelow(report: CoverageReport, threshold: Threshold): boolean {
  return ([...kinds, 'all'] as const).some((name) => {
    const { seen, total } = name === 'all' ? report.all : report.kinds[name];
    return seen * 100 < (threshold[name] ?? 0) * total;
  });
}

function percentOf(text: string): number | undefined {
  const percent = Number(percentage.exec(text.trim())?.[1] ?? NaN);
  return percent <= 100 ? percent : undefined;
}

function unknownKind(name: string): string {
  const near = nearest(name, kinds);
  const meant = near === undefined ? `there are ${kinds.join(', ')}` : `did you mean ${near}?`;
  return `there is no kind ${JSON.stringify(name)}; ${meant}`;
}
