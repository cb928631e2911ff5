// @ts-check

/**
 * Prints a case as a table: for each quantity the median, its ratio to ours, and the range.
 * @param {string} title
 * @param {readonly string[]} contenders
 * @param {ReadonlyMap<string, import('./summary.mjs').Summary>} summaries by quantity
 */
export function printSummary(title, contenders, summaries) {
  const head = ['', ...[...summaries.keys()].flatMap((quantity) => [quantity, 'ratio', 'range'])];
  const rows = contenders.map((contender) => [
    contender,
    ...[...summaries.values()].flatMap(({ medians, ratios, ranges }) => [
      show(medians[contender]),
      show(ratios[contender]),
      ranges[contender]?.map(show).join('-') ?? '-',
    ]),
  ]);
  process.stdout.write(`${title}\n${align([head, ...rows])}\n`);
}

/**
 * Prints what became of a case's goals.
 * @param {readonly import('./harness.mjs').Goal[]} goals
 * @param {ReadonlyMap<string, import('./summary.mjs').Summary>} summaries by quantity
 */
export function printGoals(goals, summaries) {
  const median = (/** @type {string} */ contender, /** @type {string} */ quantity) =>
    summaries.get(quantity)?.medians[contender] ?? NaN;
  for (const { figure, of, least = -Infinity, most = Infinity } of goals) {
    const value = of(median);
    const bound = most === Infinity ? `at least ${least}` : `at most ${most}`;
    const word = value >= least && value <= most ? 'met' : 'missed';
    process.stdout.write(`  goal: ${figure}, ${bound}: ${show(value)}, ${word}\n`);
  }
  if (goals.length > 0) process.stdout.write('\n');
}

/**
 * Prints what goes for all cases; with `json` the whole result as the last line.
 * @param {import('./harness.mjs').Result} result
 * @param {boolean} json
 */
export function printResult(result, json) {
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  process.stdout.write([...result.notes, versions.join(', '), ''].join('\n'));
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** @param {number | undefined} value */
function show(value) {
  if (value === undefined) return '-';
  if (value > 0 && value < 0.1) return value.toPrecision(2);
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/**
 * Columns as wide as their widest cell; the first to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows
 */
function align(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join('  ').trimEnd()}\n`).join('');
}
