import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type LineCounter,
  visit,
  type Document,
  type Node,
  type Range,
  type YAMLMap,
} from 'yaml';
import {
  diagnostic,
  type DataPath,
  type Diagnostic,
  type Locator,
  type Place,
} from '../diagnostics/index.js';
import { grow, type Tree } from './tree.js';

/**
 * One YAML file: its text, its value, and where each part of the value stands.
 *
 * The tree that knows the places is many times the text's size and asked for only where something is
 * wrong. So it is let go once the value is there, and grown again from the same text when asked for.
 */
export class SourceFile implements Locator {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  #tree: Tree | undefined;

  private constructor(file: string, text: string, value: unknown) {
    this.file = file;
    this.text = text;
    this.value = value;
  }

  /**
   * Parses a file's text. Only plain YAML 1.2 core is accepted: aliases, tags, merge keys and
   * duplicate keys are errors, so that what a reader sees is what there is. Anything forbidden leaves
   * the file without a value: expanding it could be the attack.
   */
  static parse(file: string, text: string): [SourceFile, Diagnostic[]] {
    const { document, lines, errors } = grow(text);
    const found: Diagnostic[] = [];
    const at = (range: readonly [number, number, ...number[]]): Place =>
      placeOf(file, lines, range[0], range[1]);
    for (const error of errors) {
      const reason = error.message.split('\n')[0]?.replace(/[.:]?$/, '') ?? '';
      found.push(diagnostic('yaml-syntax', { reason }, at(error.pos)));
    }
    if (errors.length === 0) found.push(...findForbidden(document, at));
    const value: unknown = found.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
    return [new SourceFile(file, text, value), found];
  }

  place(path: DataPath, of: 'key' | 'value' = 'value'): Place {
    this.#tree ??= grow(this.text);
    const { document, lines } = this.#tree;
    let node: unknown = document.contents;
    let range: Range | null | undefined = (node as Node | null)?.range;
    for (const [depth, step] of path.entries()) {
      let key: Node | undefined;
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
        );
        key = pair?.key as Node | undefined;
        next = pair?.value;
      } else if (isSeq(node) && typeof step === 'number') {
        next = node.items[step];
        key = next as Node | undefined;
      }
      if (key === undefined) break;
      const wanted =
        of === 'key' && depth === path.length - 1 ? key : ((next as Node | null) ?? key);
      range = wanted.range ?? range;
      node = next;
    }
    if (range === null || range === undefined) return placeOf(this.file, lines, 0, 0);
    const end = isCollection(node) && of === 'value' ? firstLineEnd(this.text, range) : range[1];
    return placeOf(this.file, lines, range[0], end);
  }
}

function firstLineEnd(text: string, range: Range): number {
  const newline = text.indexOf('\n', range[0]);
  return newline === -1 ? range[1] : Math.min(range[1], newline);
}

function placeOf(file: string, lines: LineCounter, start: number, end: number): Place {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return {
    file,
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
  };
}

function findForbidden(
  document: Document.Parsed,
  at: (range: readonly [number, number, ...number[]]) => Place,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const doubled = ([start]: Range): Diagnostic =>
    diagnostic('yaml-syntax', { reason: 'Map keys must be unique' }, at([start, start + 1]));
  visit(document, {
    Node(_key, node) {
      const range = node.range ?? ([0, 0] as const);
      if ('anchor' in node && typeof node.anchor === 'string')
        found.push(diagnostic('yaml-alias', {}, at(range)));
      if (isMap(node)) found.push(...doubleKeys(node).map(doubled));
      const { tag } = node as { tag?: string | null };
      if (typeof tag === 'string') found.push(diagnostic('yaml-tag', { tag }, at(range)));
      if (isScalar(node) && typeof node.value === 'number' && !Number.isFinite(node.value))
        found.push(diagnostic('wrong-value', { expected: 'must be a finite number' }, at(range)));
    },
    Alias(_key, node) {
      found.push(diagnostic('yaml-alias', {}, at(node.range ?? [0, 0])));
    },
    Pair(_key, pair) {
      if (isScalar(pair.key) && pair.key.value === '<<')
        found.push(diagnostic('yaml-merge-key', {}, at(pair.key.range ?? [0, 0])));
    },
  });
  return found;
}

/** Where keys stand that their map has already. */
function doubleKeys({ items }: YAMLMap): Range[] {
  const keys = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    if (keys.has(key.value)) return key.range ? [key.range] : [];
    keys.add(key.value);
    return [];
  });
}
