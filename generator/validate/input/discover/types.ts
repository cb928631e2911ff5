/** Something to be read. */
export interface DiscoveredInput {
  /** As it is shown: the argument, or what a folder or glob has it under. */
  readonly name: string;
  /** Only a file can be read twice, and has a size. */
  readonly source: 'file' | 'pipe' | 'stdin';
  /** The absolute path; the empty text for the standard input. */
  readonly path: string;
  /** In bytes. */
  readonly size?: number;
}

/** Why an argument, or a part of what it names, gives nothing to be read. */
export type DiscoveryProblem =
  /** There is nothing of that name; `suggestion` is the nearest that there is. */
  | { readonly kind: 'missing-file'; readonly argument: string; readonly suggestion?: string }
  /** No file in the folder, however deep, has a name that a payload would have. */
  | { readonly kind: 'empty-folder'; readonly argument: string }
  /** No file is meant by the glob. */
  | { readonly kind: 'no-match'; readonly argument: string }
  /** The system refuses `name` to this user, with a code such as EACCES. */
  | {
      readonly kind: 'unreadable';
      readonly argument: string;
      readonly name: string;
      readonly code: string;
    }
  /** It is a socket or a device. */
  | { readonly kind: 'not-a-file'; readonly argument: string };

/** What arguments came to. */
export interface Discovered {
  readonly inputs: readonly DiscoveredInput[];
  readonly problems: readonly DiscoveryProblem[];
}
