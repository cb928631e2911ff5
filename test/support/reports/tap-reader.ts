import { Parser, type Result } from 'tap-parser';

/** A test point with what its YAML block says. */
export interface Point {
  readonly ok: boolean;
  readonly id: number;
  readonly name: string;
  readonly findings: readonly Record<string, unknown>[];
}

/** A TAP stream as tap-parser reads it. */
export interface TapStream {
  readonly version: number | undefined;
  readonly points: readonly Point[];
  readonly comments: readonly string[];
}

/** What a stream says, if it is TAP from the first line to the last: nothing but points, plan and comments. */
export function readTap(text: string): TapStream {
  const parser = new Parser({ strict: true });
  const points: Point[] = [];
  const comments: string[] = [];
  const strange: string[] = [];
  let version: number | undefined;
  parser.on('version', (number: number) => (version = number));
  parser.on('assert', (result: Result) => points.push(point(result)));
  parser.on('comment', (comment: string) => comments.push(comment));
  for (const event of ['extra', 'bailout', 'child', 'pragma'])
    parser.on(event, (what: unknown) => strange.push(`${event} ${String(what)}`));
  parser.end(text);
  const wrong = (parser.results?.failures ?? []).filter((failure) => failure.tapError !== null);
  if (strange.length + wrong.length > 0) throw new Error(JSON.stringify([strange, wrong]));
  return { version, points, comments };
}

function point({ ok, id, name, diag, skip, todo }: Result): Point {
  if (skip !== false || todo !== false) throw new Error(`${name} is skipped.`);
  const { findings = [] } = (diag ?? {}) as { findings?: Record<string, unknown>[] };
  return { ok, id, name, findings };
}
