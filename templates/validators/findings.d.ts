/** What is wrong with a payload, and where. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Kebab-case and stable. */
  readonly code: string;
  readonly message: string;
  /** JSON Pointer (RFC 6901) of the guilty member, also of one that is missing. */
  readonly pointer: string;
  readonly endpoint: string;
  readonly suggestion?: string;
  readonly source?: string;
}

/** The verdict on a payload: the payload itself, or everything that is wrong with it. */
export type Verdict =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A compiled validator: what it reports stands in `errors` until its next call. */
export interface Validator {
  (value: unknown): boolean;
  errors?:
    readonly { keyword: string; instancePath: string; params: Record<string, unknown> }[] | null;
}

/** What a validator reported, as findings in the order of their pointers. */
export function toFindings(endpoint: string, errors: Validator['errors']): Finding[];
