/** JSON-like data. */
type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** Entries of an object that are made one by one, while they are printed, and not kept. */
export class LazyEntries<T> implements Iterable<readonly [string, T]> {
  readonly #make: () => Iterable<readonly [string, T]>;
  constructor(make: () => Iterable<readonly [string, T]>) {
    this.#make = make;
  }
  [Symbol.iterator](): Iterator<readonly [string, T]> {
    return this.#make()[Symbol.iterator]();
  }
}

/** An object whose entries are data, or entries that are still to be made. */
export type Document = Readonly<Record<string, unknown>>;

/** The widest a line may be on which a whole list or object stands. */
const width = 160;

/**
 * Prints a document as JSON, part by part: what fits on a line stands on one, so that an error code
 * is a row and not a page.
 */
export function* toJson(document: Document): Generator<string> {
  const printer = new JsonPrinter();
  yield '{\n';
  let comma = '';
  for (const [key, value] of Object.entries(document)) {
    yield `${comma}  ${scalar(key)}: `;
    if (value instanceof LazyEntries) {
      let inner = '{\n';
      for (const [name, item] of value) {
        yield `${inner}    ${scalar(name)}: ${printer.print(item as Data, 4)}`;
        inner = ',\n';
      }
      yield inner === ',\n' ? '\n  }' : '{}';
    } else yield printer.print(value as Data, 2);
    comma = ',\n';
  }
  yield '\n}\n';
}

/** Prints a document as YAML, part by part: the same rows, in blocks without brackets above them. */
export function* toYaml(document: Document): Generator<string> {
  const printer = new YamlPrinter();
  for (const [key, value] of Object.entries(document))
    if (value instanceof LazyEntries) {
      yield `${plainKey(key)}:\n`;
      for (const [name, item] of value) yield printer.print({ [name]: item as Data }, 2);
    } else yield printer.print({ [key]: value as Data }, 0);
}

/** What both forms share: which values stand on one line. */
class RowPrinter {
  /** Rows by their values: one that occurs in many places is printed once. */
  readonly #rows: WeakMap<object, string | undefined> = new WeakMap<object, string | undefined>();

  /** A value on one line, as JSON; undefined where it is too long. */
  protected row(value: Data): string | undefined {
    if (typeof value !== 'object' || value === null) return scalar(value);
    if (!this.#rows.has(value)) this.#rows.set(value, this.#makeRow(value));
    return this.#rows.get(value);
  }

  #makeRow(value: object): string | undefined {
    const parts: string[] = [];
    let length = 0;
    for (const [key, item] of Object.entries(value) as [string, Data][]) {
      const text = this.row(item);
      if (text === undefined) return undefined;
      const part = Array.isArray(value) ? text : `${scalar(key)}: ${text}`;
      length += part.length + 2;
      if (length > width) return undefined;
      parts.push(part);
    }
    if (Array.isArray(value)) return `[${parts.join(', ')}]`;
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  }
}

class JsonPrinter extends RowPrinter {
  print(value: Data, indent: number): string {
    const row = this.row(value);
    if (row !== undefined && (indent + row.length <= width || typeof value !== 'object'))
      return row;
    const pad = ' '.repeat(indent + 2);
    const lines = (Object.entries(value as object) as [string, Data][]).map(([key, item]) => {
      const text = this.print(item, indent + 2);
      return Array.isArray(value) ? pad + text : `${pad}${scalar(key)}: ${text}`;
    });
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${open ?? ''}\n${lines.join(',\n')}\n${' '.repeat(indent)}${close ?? ''}`;
  }
}

class YamlPrinter extends RowPrinter {
  print(value: Data, indent: number): string {
    const pad = ' '.repeat(indent);
    const lines = (Object.entries(value as object) as [string, Data][]).map(([key, item]) => {
      const lead = Array.isArray(value) ? '-' : keyLead(plainKey(key), pad);
      const row = indent + lead.length < width ? this.row(item) : undefined;
      const isBranch = typeof item === 'object' && item !== null && Object.keys(item).length > 0;
      const fits = row !== undefined && indent + lead.length + row.length < width;
      if (!isBranch || (fits && isLeaf(item))) return `${pad}${lead} ${row ?? scalar(item)}\n`;
      const below = this.print(item, indent + 2);
      return Array.isArray(value)
        ? `${pad}- ${below.slice(indent + 2)}`
        : `${pad}${lead}\n${below}`;
    });
    return lines.join('');
  }
}

/** Whether an object or list holds no further ones: such a one reads well on a line. */
function isLeaf(value: object): boolean {
  return Object.values(value).every((item) => typeof item !== 'object' || item === null);
}

/** A scalar as JSON, with nothing in it that YAML would take for the end of a line. */
function scalar(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A key and its colon; one that is too long for a simple key (YAML 1.2: 1024 characters) stands on its own line. */
function keyLead(key: string, pad: string): string {
  return key.length < 1000 ? `${key}:` : `? ${key}\n${pad}:`;
}

/** A key, bare where YAML reads it as a text. */
function plainKey(key: string): string {
  const isWord = /^[A-Za-z_$/][\w$/.-]*$/.test(key);
  return isWord && !/^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i.test(key) ? key : scalar(key);
}
