import { createRequire } from 'node:module';
import { Ajv, type AnySchemaObject } from 'ajv';

/** What the tests read of a SARIF log. */
export interface SarifRun {
  readonly columnKind: string;
  readonly tool: {
    readonly driver: { readonly version: string; readonly rules: { id: string }[] };
  };
  readonly results: readonly SarifResult[];
}

/** A result with one location. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
        readonly region: Record<string, number>;
      };
    },
  ];
  readonly partialFingerprints: Record<string, string>;
  readonly properties: Record<string, string>;
}

// The published schema is of draft 4; it uses nothing that draft 7 reads otherwise, but for its `id`.
const {
  id: _id,
  $schema: _draft,
  ...schema
} = createRequire(import.meta.url)(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
) as AnySchemaObject;

const accepts = new Ajv({
  strict: false,
  // One of its patterns has a bracket too many, which only the older syntax bears.
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isUriReference, 'date-time': true },
}).compile(schema);

/** The one run of a log, if the log is SARIF 2.1.0 by its published schema. */
export function readSarif(text: string): SarifRun {
  const log: unknown = JSON.parse(text);
  if (!accepts(log)) throw new Error(JSON.stringify(accepts.errors));
  const [run, ...others] = (log as { runs: SarifRun[] }).runs;
  if (run === undefined || others.length > 0) throw new Error('Not one run.');
  return run;
}

/** A plain text message as a viewer shows it: without links, and with single braces. */
export function shownMessage({ message }: SarifResult): string {
  if (/\[[^\]]*\]\(/.test(message.text)) throw new Error('The message holds a link.');
  const placeholder = /\{\{|\}\}|[{}]/g;
  return message.text.replace(placeholder, (braces) => {
    if (braces.length === 1) throw new Error('The message holds a placeholder.');
    return braces.slice(1);
  });
}

/** The characters of RFC 3986, and percent signs only where two digits follow. */
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/i;

function isUri(text: string): boolean {
  return uriCharacters.test(text) && /^[a-z][a-z0-9+.-]*:/i.test(text);
}

/** A colon in the first segment would make the beginning a scheme. */
function isUriReference(text: string): boolean {
  return isUri(text) || (uriCharacters.test(text) && !/^[^/?#]*:/.test(text));
}
