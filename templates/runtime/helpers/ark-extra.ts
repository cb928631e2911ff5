import { percentEncode } from './percent-encoding.js';

/** The strings and comments of a template: a string is matched whole, so that no comment starts in it. */
const stringOrComment = /"(?:\\.|[^"\\])*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Reads an ark template as the Oasis platform hands it out, JSON with comments, and gives the object to
 * fill in. Throws a SyntaxError where it is no JSON even without its comments, a TypeError where it is no
 * object.
 *
 * Source: server-en:2711
 */
export function readArkTemplate(text: string): Record<string, unknown> {
  const json = text.replace(stringOrComment, (part) => (part.startsWith('"') ? part : ' '));
  return objectOf(JSON.parse(json), 'the template');
}

/**
 * The `extra` of a qqark request: the template's JSON in percent-encoding.
 *
 * The documents speak of encryption and mean the encoding. Whether a space may be a plus sign they leave
 * open; here it is `%20`, which every decoder reads. What the template has to hold the Oasis platform
 * says, not the documents, and no limit of its length is known. Throws a TypeError for what is no object
 * (text that is encoded already, say) or cannot be JSON.
 *
 * Source: server-en:2711, server-en:2729
 */
export function arkExtra(template: object): string {
  const json = JSON.stringify(objectOf(template, 'extra'));
  return percentEncode(new TextEncoder().encode(json));
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new TypeError(`${name} is no object: give the members of the ark template`);
}
