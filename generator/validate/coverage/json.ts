import type { CoverageReport, Group, GroupCoverage, Kind } from './report.js';
import type { Share } from './share.js';

/** An endpoint as programs read it: whether it was called, and each of its groups. */
export type EndpointJson = { readonly endpoint: string; readonly seen: boolean } & Readonly<
  Record<Group, GroupCoverage>
>;

/** A report as programs read it; its members keep their names. */
export type CoverageJson = Readonly<Record<'all' | Kind, Share>> & {
  /** The paths of the endpoints that were not called. */
  readonly unseen: readonly string[];
  readonly byEndpoint: readonly EndpointJson[];
};

/** The report as plain data. */
export function coverageJson({ endpoints, kinds, all }: CoverageReport): CoverageJson {
  return {
    all,
    ...kinds,
    unseen: endpoints.filter(({ isSeen }) => !isSeen).map(({ path }) => path),
    byEndpoint: endpoints.map(({ path, isSeen, groups }) => ({
      endpoint: path,
      seen: isSeen,
      ...groups,
    })),
  };
}
