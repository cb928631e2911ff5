import { overBlock, unreadable } from './block.js';
import { overEntries } from './entries.js';
import { mostFindings, overLines } from './lines.js';
import { nothing, type Unit, type UnitResult } from './unit.js';
import { overWhole } from './whole.js';
import type { Workbench } from './workbench.js';

/** Does a piece of work. */
export async function doUnit(unit: Unit, workbench: Workbench): Promise<UnitResult> {
  switch (unit.kind) {
    case 'block':
      return overBlock(unit, workbench);
    case 'lines':
      return overSomeLines(unit, workbench);
    case 'entries':
      return overEntries(unit.file, unit.entries, workbench);
    case 'unreadable':
      return unreadable(unit.file, unit.code, workbench);
    case 'wholes': {
      const results: UnitResult[] = [];
      for (const file of unit.files) results.push(await overWhole(file, workbench));
      return {
        ...nothing,
        payloads: results.reduce((sum, { payloads }) => sum + payloads, 0),
        verdicts: results.flatMap(({ verdicts }) => verdicts),
      };
    }
  }
}

async function overSomeLines(
  unit: Extract<Unit, { kind: 'lines' }>,
  workbench: Workbench,
): Promise<UnitResult> {
  const { file, bytes } = unit;
  const { restAt, ...result } = await overLines(file, bytes, workbench, mostFindings);
  if (restAt === undefined) return result;
  return { ...result, rest: { ...unit, bytes: bytes.subarray(restAt) } };
}
