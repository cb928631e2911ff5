import { visible } from '../../diagnostics/columns.js';
import type { Language } from '../finding.js';
import { groups, kinds, type CoverageReport, type EndpointCoverage } from './report.js';
import type { Share } from './share.js';
import { tableLines } from './table.js';
import { coverageWords, type CoverageWords } from './words.js';

/** Names of a group past which no more are told to people; programs are told all. */
const most = 20;

/**
 * The report for people: a table of all endpoints, what those that were called lack, and a line of
 * totals. Ends with a line break.
 */
export function coverageText(report: CoverageReport, language: Language): string {
  const words = coverageWords[language];
  const lacking = report.endpoints.filter(({ isSeen }) => isSeen).flatMap(lackingLines(words));
  const lines = [
    ...tableLines(rowsOf(report, words)),
    ...(lacking.length === 0 ? [] : ['', words.lacking, ...lacking]),
    '',
    totalsLine(report, words),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function rowsOf({ endpoints, groups: totals }: CoverageReport, words: CoverageWords): string[][] {
  return [
    [words.endpoint, ...groups.map((name) => words.columns[name])],
    ...endpoints.map(({ path, groups: own }) => [
      path,
      ...groups.map((name) => figures(own[name])),
    ]),
    [words.total, ...groups.map((name) => figures(totals[name]))],
  ];
}

function figures({ seen, total }: Share): string {
  return total === 0 ? '-' : `${seen}/${total}`;
}

function lackingLines(words: CoverageWords): (endpoint: EndpointCoverage) => string[] {
  return ({ path, groups: own }) => {
    const lines = groups.flatMap((name) => {
      const { unseen } = own[name];
      const shown = byFirstWord(unseen.slice(0, most));
      const rest = unseen.length > most ? [words.more(unseen.length - most)] : [];
      const label = words.groups[name];
      return unseen.length === 0
        ? []
        : [`    ${label}${words.colon}${[...shown, ...rest].join(', ')}`];
    });
    return lines.length === 0 ? [] : [`  ${path}`, ...lines];
  };
}

/** Names of one word behind that of their enumeration or table, put together: `VipMask 2 4 8`. */
function byFirstWord(names: readonly string[]): string[] {
  const rows: string[] = [];
  let last: string | undefined;
  for (const name of names) {
    const [first = '', second, ...others] = name.split(' ');
    const isShort = second !== undefined && others.length === 0;
    if (isShort && first === last) rows.push(`${rows.pop() ?? ''} ${second}`);
    else rows.push(name);
    last = isShort ? first : undefined;
  }
  return rows;
}

function totalsLine({ kinds: shares, all }: CoverageReport, words: CoverageWords): string {
  const told = ([...kinds, 'all'] as const).map((name) => {
    const share = name === 'all' ? all : shares[name];
    return `${words.kinds[name]} ${words.percent(`${share.seen}/${share.total}`, share.percent)}`;
  });
  return told.join(words.comma);
}
