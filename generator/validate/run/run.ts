import type { Readable } from 'node:stream';
import type { Counts } from '../coverage/counter.js';
import type { PlacedFinding, PlacedVerdict } from '../finding.js';
import type { DiscoveredInput } from '../input/discover.js';
import { lineFrame } from '../../diagnostics/index.js';
import type { RawFinding, RawVerdict } from '../place/raw.js';
import { Crew } from './crew.js';
import { verdictsOnCapture } from './entries.js';
import type { RunOptions } from './options.js';
import { planUnits, type PlannedUnit } from './plan.js';
import type { UnitResult } from './unit.js';
import { verdictOf } from './workbench.js';

/** What a run takes beside its options. */
export interface RunWork {
  readonly inputs: readonly DiscoveredInput[];
  readonly options: RunOptions;
  /** How many threads may work. */
  readonly jobs: number;
  readonly stdin: Readable;
  /** Is given each verdict, in the order of the inputs, and is waited for. */
  onVerdict(verdict: PlacedVerdict): Promise<void> | undefined;
  /** Whether nobody listens any more, so that the rest can be left. */
  isOver(): boolean;
}

/** What a run came to beside its verdicts. */
export interface RunOutcome {
  readonly payloads: number;
  readonly counts: readonly Counts[];
}

/** Goes over all inputs. Nothing that an input holds ends it. */
export async function run(work: RunWork): Promise<RunOutcome> {
  const crew = new Crew(work.options, work.jobs);
  try {
    crew.expect(work.inputs.reduce((sum, { size = 0 }) => sum + size, 0));
    const planOptions = { ...work.options, underWay: crew.underWay };
    const settler = new Settler(work, crew);
    const underWay: { readonly planned: PlannedUnit; readonly result: Promise<UnitResult> }[] = [];
    const settleFirst = async (): Promise<void> => {
      const first = underWay.shift();
      if (first === undefined) return;
      let result = await first.result;
      await settler.settle(first.planned, result);
      while (result.rest !== undefined && !work.isOver()) {
        const planned: PlannedUnit = { unit: result.rest, follows: true };
        result = await crew.run(planned.unit);
        await settler.settle(planned, result);
      }
    };
    const plan = planUnits(work.inputs, planOptions, work.stdin);
    for (let next = plan.next(); !work.isOver();) {
      // What is done is told at once, also while it takes long for more to come.
      const [first] = underWay;
      const isFull = underWay.length >= crew.width;
      if (first !== undefined && (isFull || (await isDoneBefore(first.result, next)))) {
        await settleFirst();
        continue;
      }
      const planning = await next;
      if (planning.done === true) break;
      const planned = planning.value;
      next = plan.next();
      next.catch(() => undefined);
      const result = crew.run(planned.unit);
      // It is awaited in its turn; until then its failure is no unhandled one.
      result.catch(() => undefined);
      underWay.push({ planned, result });
    }
    while (underWay.length > 0 && !work.isOver()) await settleFirst();
    const { payloads } = settler;
    return { payloads, counts: work.isOver() ? [] : await crew.counts() };
  } finally {
    await crew.stop();
  }
}

/** Whether a unit is done before the next one is known. */
async function isDoneBefore(result: Promise<unknown>, next: Promise<unknown>): Promise<boolean> {
  const settled = (isDone: boolean) => (): boolean => isDone;
  return Promise.race([
    result.then(settled(true), settled(true)),
    next.then(settled(false), settled(false)),
  ]);
}

/** Brings what comes of units back into the order and the line numbers of their files. */
class Settler {
  payloads = 0;
  readonly #work: RunWork;
  readonly #crew: Crew;
  #line = 0;
  #calls = 0;
  #isOmitted = false;
  #isLost = false;

  constructor(work: RunWork, crew: Crew) {
    this.#work = work;
    this.#crew = crew;
  }

  async settle(planned: PlannedUnit, result: UnitResult): Promise<void> {
    const { unit, follows, isMarked, finish } = planned;
    if (!follows) [this.#line, this.#calls, this.#isOmitted] = [0, 0, false];
    if (!follows) this.#isLost = false;
    this.payloads += result.payloads;
    if (isMarked === true && 'file' in unit) await this.#mark(unit.file);
    for (const verdict of result.verdicts) {
      const isLost = verdict.findings.some(({ code }) => code === 'unreadable');
      // Of a file that goes while it is read, this is said once and not of every piece.
      if (!isLost || !this.#isLost) await this.#tell(verdict, this.#line);
      if (unit.kind === 'block') this.#isLost ||= isLost;
    }
    this.#line += result.lines;
    this.#calls += result.calls;
    this.#isOmitted ||= result.isOmitted;
    if (finish === undefined || !('file' in unit)) return;
    const { splitter } = finish;
    const all = { calls: this.#calls, isOmitted: this.#isOmitted };
    for (const verdict of verdictsOnCapture(unit.file, splitter, all, this.#crew.workbench))
      await this.#tell(verdict, 0);
  }

  async #mark(file: string): Promise<void> {
    const at = { file, line: 1, column: 1 };
    await this.#tell(
      verdictOf({ code: 'byte-order-mark', params: {} }, at, this.#crew.workbench),
      0,
    );
  }

  async #tell(verdict: RawVerdict, linesBefore: number): Promise<void> {
    await this.#work.onVerdict(placedVerdict(verdict, linesBefore));
  }
}

/** A verdict whose lines count from the start of its file. */
export function placedVerdict(
  { file, line, endpoint, findings }: RawVerdict,
  linesBefore: number,
): PlacedVerdict {
  return {
    file,
    line: line + linesBefore,
    endpoint,
    findings: findings.map((finding) => placedFinding(finding, linesBefore)),
  };
}

function placedFinding({ snippet, spot, ...rest }: RawFinding, linesBefore: number): PlacedFinding {
  const line = spot.line + linesBefore;
  const frame =
    snippet === undefined ? [] : lineFrame(line, snippet.text, snippet.start, snippet.end);
  return { ...rest, spot: { ...spot, line, endLine: spot.endLine + linesBefore }, frame };
}
