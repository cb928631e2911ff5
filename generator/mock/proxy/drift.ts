import { integerOf } from '../../../templates/runtime/failure.js';
import { isObject } from '../../validate/is-object.js';
import type { Entry } from '../record/entry.js';
import type { FaultyPart, JudgedFinding } from './judge.js';

/** A thing in which exchanges differ from the catalogue, however often it was seen. */
export interface DriftFinding extends Omit<JudgedFinding, 'part'> {
  /** Whose it is: the caller's query or request, or the service's response; undefined for the exchange. */
  readonly part?: FaultyPart;
  /** In how many exchanges it was seen. */
  readonly count: number;
  /** The exchange in which it was first seen. */
  readonly first: {
    /** Counts from 1. */
    readonly exchange: number;
    readonly at: string;
    /** The line of the recording. */
    readonly line?: number;
  };
}

/** In what a service differs from the catalogue. */
export interface DriftReport {
  /** The service's origin. */
  readonly target: string;
  readonly findings: readonly DriftFinding[];
  readonly summary: {
    readonly exchanges: number;
    /** Requests to which no reply came that could be passed on. */
    readonly unanswered: number;
    /** Distinct findings. */
    readonly errors: number;
    readonly warnings: number;
    /** Those that speak of the service, and not of what was asked. */
    readonly drift: number;
    /** Findings that were not counted apart because there were too many kinds. */
    readonly omitted: number;
  };
}

/** Kinds past which no more are told apart: a service that is none could make up more without end. */
const mostKinds = 1000;

/** Codes of which each message is a finding of its own: other numbers, other addresses. */
const distinctByMessage = new Set(['unknown-error-code', 'wrong-status', 'unknown-endpoint']);

/** The code of the access layer for a path that leads nowhere (errors-zh:30): there the catalogue agrees. */
const noSuchEndpoint = -505;

/** Counts in what exchanges differ from the catalogue. */
export class Drift {
  readonly #target: string;
  readonly #onNew: ((finding: DriftFinding) => void) | undefined;
  readonly #kinds = new Map<string, DriftFinding>();
  #exchanges = 0;
  #unanswered = 0;
  #omitted = 0;

  /** `onNew` is told of each kind when it is first seen. */
  constructor(target: string, onNew?: (finding: DriftFinding) => void) {
    this.#target = target;
    this.#onNew = onNew;
  }

  add(entry: Entry, findings: readonly JudgedFinding[], line: number | undefined): void {
    this.#exchanges++;
    const first = {
      exchange: this.#exchanges,
      at: entry.at,
      ...(line === undefined ? {} : { line }),
    };
    const seen = new Set<string>();
    for (const finding of findings) {
      if (finding.code === 'unknown-endpoint' && isRefused(entry)) continue;
      const pointer = folded(finding.pointer);
      const { code, endpoint, part, message } = finding;
      const key = JSON.stringify([
        ...[endpoint, part, code, pointer],
        ...(distinctByMessage.has(code) ? [message] : []),
      ]);
      if (seen.has(key)) continue;
      seen.add(key);
      this.#count(key, { ...finding, pointer }, first);
    }
  }

  /** Counts a request to which no reply came. */
  unanswered(): void {
    this.#unanswered++;
  }

  report(): DriftReport {
    const findings = [...this.#kinds.values()].sort(byEndpoint);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return {
      target: this.#target,
      findings,
      summary: {
        exchanges: this.#exchanges,
        unanswered: this.#unanswered,
        errors,
        warnings: findings.length - errors,
        drift: findings.filter(isDrift).length,
        omitted: this.#omitted,
      },
    };
  }

  #count(key: string, { part, ...finding }: JudgedFinding, first: DriftFinding['first']): void {
    const known = this.#kinds.get(key);
    if (known !== undefined) {
      this.#kinds.set(key, { ...known, count: known.count + 1 });
      return;
    }
    if (this.#kinds.size >= mostKinds) {
      this.#omitted++;
      return;
    }
    const kind = { ...finding, ...(part === undefined ? {} : { part }), count: 1, first };
    this.#kinds.set(key, kind);
    this.#onNew?.(kind);
  }
}

/** Whether a finding speaks of the service, and not of what was asked of it. */
export function isDrift({ part, code }: Pick<DriftFinding, 'part' | 'code'>): boolean {
  // What has ended in the catalogue may well stay in replies.
  if (code.startsWith('deprecated-')) return false;
  return part === 'response' || code === 'unknown-endpoint';
}

function isRefused({ response }: Entry): boolean {
  return isObject(response) && integerOf(response['ret']) === noSuchEndpoint;
}

/** A pointer to the same member of any item of a list. */
function folded(pointer: string): string {
  return pointer.replace(/\/(?:0|[1-9]\d*)(?=\/|$)/g, '/*');
}

/** By endpoint; errors first, then as they were first seen. */
function byEndpoint(a: DriftFinding, b: DriftFinding): number {
  if (a.endpoint !== b.endpoint) return a.endpoint < b.endpoint ? -1 : 1;
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  return a.first.exchange - b.first.exchange;
}
