/** Something that goes wrong on the way: the connection breaks, the reply is cut off, another page comes, or types are loose. */
export type Fault = 'timeout' | 'reset' | 'truncate' | 'html' | 'loose';

/** A delay of so many milliseconds, or one drawn from a log-normal distribution. */
export type Delay = number | { readonly median: number; readonly sigma: number };

/** An answer to give in place of the one that the state would give. */
export interface MockAnswer {
  /** A documented code of the endpoint. */
  readonly code?: number;
  /** The table of the code, where several have it. */
  readonly table?: string;
  /** The words by which an error is known. */
  readonly match?: string;
  /** The name of an example of the endpoint. */
  readonly example?: string;
  /** The whole reply. */
  readonly reply?: Readonly<Record<string, unknown>>;
  /** Members to put over those of the reply that there would be. */
  readonly merge?: Readonly<Record<string, unknown>>;
  readonly delay?: Delay;
  readonly fault?: Fault;
}

/** What a value has to be: the value itself as JSON has it, one of several, of a form, or there at all. */
export type Matcher =
  | string
  | number
  | boolean
  | null
  | { readonly oneOf: readonly (string | number | boolean | null)[] }
  | { readonly matches: string }
  | { readonly present: boolean };

/** When an answer is given: at an endpoint, for requests that hold what is asked. */
export interface MockRule {
  /** The endpoint's path; `*` for every endpoint. */
  readonly endpoint: string;
  /** By the names of query parameters and the JSON Pointers or names of members of the body. */
  readonly when?: {
    readonly query?: Readonly<Record<string, Matcher>>;
    readonly body?: Readonly<Record<string, Matcher>>;
  };
  /** How many matching requests pass before the rule begins. */
  readonly after?: number;
  /** How often the rule answers before it is used up; without it, for ever. */
  readonly times?: number;
  readonly answer: MockAnswer;
}
