import type { ErrorTable } from '../../../templates/runtime/error-table.js';
import type { OperationFacts } from '../../../templates/validators/facts.js';
import type { Counts } from './counter.js';
import { targetsOf } from './plan.js';
import { shareOf, sumOf, type Share } from './share.js';
import { endpointTarget, type Target, type TargetGroup } from './target.js';

/** The groups of what an endpoint has, in the order in which reports tell them. */
export const groups = ['query', 'request', 'response', 'values', 'errors'] as const;

/** Parameters of the query, members of the request and of replies, documented values, error codes. */
export type Group = (typeof groups)[number];

/** The kinds of what a catalogue has. Members are those of queries, requests and replies. */
export const kinds = ['endpoints', 'members', 'values', 'errors'] as const;

/** What can be exercised, by kind. */
export type Kind = (typeof kinds)[number];

/** How much of a group was seen, and the names of what was not. */
export interface GroupCoverage extends Share {
  readonly unseen: readonly string[];
}

/** What payloads exercised of an endpoint. */
export interface EndpointCoverage {
  readonly path: string;
  readonly isSeen: boolean;
  readonly groups: Readonly<Record<Group, GroupCoverage>>;
}

/** What payloads exercised of a catalogue; a code that two endpoints answer with is two to exercise. */
export interface CoverageReport {
  /** In the order in which they were given. */
  readonly endpoints: readonly EndpointCoverage[];
  /** The groups over all endpoints. */
  readonly groups: Readonly<Record<Group, Share>>;
  readonly kinds: Readonly<Record<Kind, Share>>;
  /** Endpoints, members and values together; the codes of the layers, at every endpoint, would outweigh them. */
  readonly all: Share;
}

/** Holds what was counted against all that there is. Counts of what there is not are passed over. */
export function coverageOf(
  all: readonly OperationFacts[],
  tables: ReadonlyMap<string, ErrorTable>,
  counts: Counts,
): CoverageReport {
  const isSeen = ({ key }: Target): boolean => Object.hasOwn(counts, key) && (counts[key] ?? 0) > 0;
  const endpoints = all.map((facts) => {
    const targets = targetsOf(facts, tables);
    const group = (name: TargetGroup): GroupCoverage =>
      groupOf(
        targets.filter((target) => target.group === name),
        isSeen,
      );
    return {
      path: facts.path,
      isSeen: isSeen(endpointTarget(facts.path)),
      groups: byName(groups, group),
    };
  });
  const called = endpoints.filter((endpoint) => endpoint.isSeen).length;
  const totals = byName(groups, (name) => sumOf(endpoints.map((one) => one.groups[name])));
  const { query, request, response, values, errors } = totals;
  const members = sumOf([query, request, response]);
  const ofKinds = { endpoints: shareOf(called, endpoints.length), members, values, errors };
  return {
    endpoints,
    groups: totals,
    kinds: ofKinds,
    all: sumOf([ofKinds.endpoints, members, values]),
  };
}

function groupOf(targets: readonly Target[], isSeen: (target: Target) => boolean): GroupCoverage {
  const unseen = targets.filter((target) => !isSeen(target)).map(({ name }) => name);
  return { ...shareOf(targets.length - unseen.length, targets.length), unseen };
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}
