import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErrorTable } from '../../templates/runtime/error-table.js';
import type { OperationFacts } from '../../templates/validators/facts.js';
import type { Predicate, Validator } from '../../templates/validators/validate.js';
import type { Language } from './finding.js';

/** What holds for all endpoints: `validators/service.json`. */
export interface ServiceFacts {
  readonly paths: readonly string[];
  /** The second names of modules. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
  /** The name of the key for each value of `encode`. */
  readonly signing: { readonly keys: Readonly<Record<string, string>>; readonly sources: string };
  /** The names of members and parameters that are secret wherever they stand. */
  readonly secrets: readonly string[];
  readonly tables: readonly ErrorTable[];
}

/** An endpoint's compiled validator: each part's predicate, and the one of what gives no cause for a warning. */
interface ValidatorModule extends Validator {
  readonly spotlessQuery: Predicate;
  readonly spotlessRequest: Predicate;
  readonly spotlessResponse: Predicate;
  readonly spotlessLenient: Predicate;
}

/** What is known of one endpoint. */
export interface EndpointKnowledge {
  readonly facts: OperationFacts;
  readonly spotless: {
    readonly query: Predicate;
    readonly request: Predicate;
    readonly response: Predicate;
    readonly lenient: Predicate;
  };
  /** The members of the body that repeat a parameter of the query. */
  readonly repeats: readonly { readonly name: string; readonly parameter: string }[];
  /** The tables whose codes the endpoint answers with. */
  readonly tables: readonly ErrorTable[];
}

interface Texts {
  readonly endpoint: Readonly<Record<Language, string>>;
  readonly members: Readonly<Record<string, Readonly<Record<string, Record<Language, string>>>>>;
}

/** The generated validators of a folder, each loaded when it is first asked for. */
export class Knowledge {
  readonly service: ServiceFacts;
  readonly #folder: string;
  readonly #tables: ReadonlyMap<string, ErrorTable>;
  readonly #loaded = new Map<string, EndpointKnowledge>();
  readonly #texts = new Map<string, Texts>();

  /** `folder` is that of the validators in the generated output. Throws where there are none. */
  constructor(folder: string) {
    this.#folder = folder;
    this.service = JSON.parse(readFileSync(join(folder, 'service.json'), 'utf8')) as ServiceFacts;
    this.#tables = new Map(this.service.tables.map((table) => [table.id, table]));
  }

  /** An endpoint that was loaded before. */
  loaded(path: string): EndpointKnowledge | undefined {
    return this.#loaded.get(path);
  }

  /** Loads an endpoint by its path, which is one of the service's. */
  async load(path: string): Promise<EndpointKnowledge> {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known;
    const file = pathToFileURL(join(this.#folder, `${path}.js`)).href;
    const validator = (await import(file)) as ValidatorModule;
    const facts = JSON.parse(validator.facts) as OperationFacts;
    const loaded: EndpointKnowledge = {
      facts,
      spotless: {
        query: validator.spotlessQuery,
        request: validator.spotlessRequest,
        response: validator.spotlessResponse,
        lenient: validator.spotlessLenient,
      },
      repeats: Object.entries(facts.repeats ?? {}).map(([name, parameter]) => ({
        name,
        parameter,
      })),
      tables: facts.tables.flatMap((id) => this.#tables.get(id) ?? []),
    };
    this.#loaded.set(path, loaded);
    return loaded;
  }

  /** The catalogue's sentence about a member, or about the endpoint where no member is named. */
  sentence(
    path: string,
    owner: string,
    member: string | undefined,
    language: Language,
  ): string | undefined {
    const texts = this.#textsOf(path);
    if (member === undefined) return undefined;
    return texts.members[owner]?.[member]?.[language];
  }

  /** The catalogue's sentence about an endpoint; where it ends, about its end. */
  sentenceOfEndpoint(path: string, language: Language): string {
    return this.#textsOf(path).endpoint[language];
  }

  #textsOf(path: string): Texts {
    const file = join(this.#folder, `${path}.texts.json`);
    const known = this.#texts.get(path) ?? (JSON.parse(readFileSync(file, 'utf8')) as Texts);
    this.#texts.set(path, known);
    return known;
  }
}
