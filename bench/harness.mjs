// @ts-check
import { parseArgs } from 'node:util';
import { printGoals, printResult, printSummary } from './report.mjs';
import { summarise } from './summary.mjs';

/**
 * What one measurement gives: quantities by name, such as `seconds` or `peakMiB`.
 * @typedef {Readonly<Record<string, number>>} Sample
 */
/**
 * One of those compared.
 * @typedef {object} Contender
 * @property {string} name
 * @property {() => Promise<Sample>} measure one measurement; what must come before it is not in it
 */
/**
 * What a case should come to: a figure made of medians, and its bound, one of the two.
 * @typedef {object} Goal
 * @property {string} figure what it is, in words
 * @property {(median: (contender: string, quantity: string) => number) => number} of
 * @property {number} [least]
 * @property {number} [most]
 */
/**
 * A comparison in which every contender does the same.
 * @typedef {object} Case
 * @property {string} name
 * @property {string} title
 * @property {number} rounds
 * @property {() => Promise<Contender[]>} contenders prepares what they need; the first is ours
 * @property {readonly Goal[]} [goals] printed with what became of them; they do not make the bench fail
 */
/**
 * @typedef {object} Bench
 * @property {string} name
 * @property {Readonly<Record<string, string>>} versions
 * @property {readonly Case[]} cases
 */
/**
 * What `--json` prints. Medians and ratios stand below `case.quantity`, then by contender.
 * @typedef {object} Result
 * @property {string} name
 * @property {Readonly<Record<string, string>>} versions
 * @property {Record<string, Record<string, number>>} medians
 * @property {Record<string, Record<string, number>>} ratios each median divided by ours
 * @property {string[]} notes what failed, and why
 */

/** The options that every bench understands. */
export const commonOptions = /** @type {const} */ ({
  case: { type: 'string' },
  rounds: { type: 'string' },
  json: { type: 'boolean', default: false },
});

/**
 * Parses a bench's arguments: the common options and its own.
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {readonly string[]} args
 * @param {T} own
 */
export function parseOptions(args, own) {
  return parseArgs({ args: [...args], options: { ...commonOptions, ...own } }).values;
}

/**
 * Measures the cases asked for by `--case a,b`, each in `--rounds N`, and prints what came out.
 * Gives the exit code: 1 where ours failed, 2 where the options make no sense.
 * @param {Bench} bench
 * @param {{ case?: string | undefined, rounds?: string | undefined, json: boolean }} options
 * @returns {Promise<0 | 1 | 2>}
 */
export async function measure({ name, versions, cases }, options) {
  const wanted = options.case?.split(',') ?? cases.map((one) => one.name);
  const chosen = cases.filter((one) => wanted.includes(one.name));
  const asked = Number(options.rounds ?? 1);
  if (chosen.length !== wanted.length || !Number.isInteger(asked) || asked < 1) {
    const known = cases.map((one) => one.name).join(', ');
    process.stderr.write(`--case takes names of ${known}; --rounds takes a number from 1\n`);
    return 2;
  }
  /** @type {Result} */
  const result = { name, versions, medians: {}, ratios: {}, notes: [] };
  let failed = false;
  for (const one of chosen) {
    const rounds = options.rounds === undefined ? one.rounds : asked;
    const contenders = await one.contenders();
    const samples = await alternate(contenders, rounds, (contender, reason) => {
      result.notes.push(`${one.name}, ${contender.name}: ${reason}`);
      failed ||= contender === contenders[0];
    });
    const summaries = summarise(samples);
    for (const [quantity, { medians, ratios }] of summaries) {
      result.medians[`${one.name}.${quantity}`] = medians;
      result.ratios[`${one.name}.${quantity}`] = ratios;
    }
    printSummary(`${one.name}: ${one.title}, rounds: ${rounds}`, [...samples.keys()], summaries);
    printGoals(one.goals ?? [], summaries);
  }
  printResult(result, options.json);
  return failed ? 1 : 0;
}

/**
 * Measures every contender once in each round, so that what else the machine does falls on all of
 * them; every other round runs backwards. One that fails is told of once and then left out.
 * @param {readonly Contender[]} contenders
 * @param {number} rounds
 * @param {(contender: Contender, reason: string) => void} onFailure
 * @returns {Promise<Map<string, Sample[]>>} by the contenders' names, in their order
 */
async function alternate(contenders, rounds, onFailure) {
  /** @type {Map<string, Sample[]>} */
  const samples = new Map(contenders.map(({ name }) => [name, []]));
  const running = new Set(contenders);
  for (let round = 0; round < rounds; round++)
    for (const contender of round % 2 === 0 ? [...running] : [...running].reverse())
      try {
        samples.get(contender.name)?.push(await contender.measure());
      } catch (error) {
        running.delete(contender);
        onFailure(contender, error instanceof Error ? error.message : String(error));
      }
  return samples;
}
