import type { Basis, Evidence, MemberEntries, Note, Platform, Source, Text } from './shape.js';

/** A fact in words with its sources. */
interface Stated {
  readonly text: Text;
  readonly sources: readonly Source[];
}

export interface Environment extends Stated {
  readonly name: string;
  readonly stage: 'test' | 'formal';
  readonly network: 'intranet' | 'extranet' | 'public';
  readonly os?: 'android' | 'ios';
  readonly url: string;
  readonly generation: 'current' | 'previous' | 'first';
}

export interface ModuleAlias extends Stated {
  readonly module: string;
  readonly alias: string;
  readonly basis: Basis;
}

export interface Signing extends Stated {
  readonly algorithm: 'md5';
  readonly output: 'lowercase-hex';
  readonly over: readonly ('key' | 'timestamp')[];
  readonly parameter: string;
  readonly selector: string;
  /** The name of the key for each value of the selector. */
  readonly keys: Readonly<Record<string, string>>;
  readonly recommended: string;
  readonly discouraged?: readonly string[];
  readonly vectors?: readonly { readonly input: string; readonly output: string }[];
}

export interface Secret extends Stated {
  readonly name: string;
  readonly where: readonly ('key' | 'query' | 'request' | 'response')[];
}

export interface AccountPrefix extends Stated {
  readonly platform: Platform;
  readonly prefix: string;
  readonly where: readonly string[];
  readonly basis: Basis;
}

/** What holds for all calls: the part of service.yaml that the generator reads. */
export interface ServiceEntry extends Evidence, Stated {
  readonly environments: readonly Environment[];
  readonly url: { readonly moduleAliases?: readonly ModuleAlias[] };
  readonly query: MemberEntries;
  readonly signing: Signing;
  readonly secrets: readonly Secret[];
  readonly envelope: { readonly members: MemberEntries };
  readonly timeout: { readonly milliseconds: number };
  readonly accountPrefixes: readonly AccountPrefix[];
  readonly guestMode: {
    readonly calls: readonly { readonly path: string }[];
    readonly refusedWith: number;
  };
  readonly notes?: readonly Note[];
}
