import ts from 'typescript';

/** What a source file says when its texts are taken out: the kinds of its nodes, its names, its tags. */
export interface Outline {
  readonly errors: readonly string[];
  readonly nodes: readonly string[];
  /** The tags of all doc comments, with the names of inline links. */
  readonly tags: readonly string[];
}

/** Parses a file with the compiler, and keeps what no prose may change; names only where asked for. */
export function outline(
  path: string,
  text: string,
  { named }: { readonly named: boolean },
): Outline {
  const kind = path.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  const nodes: string[] = [];
  const tags: string[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(named && ts.isIdentifier(node) ? `Identifier ${node.text}` : kindOf(node));
    for (const comment of ts.getJSDocCommentsAndTags(node)) tags.push(...tagsIn(comment));
    ts.forEachChild(node, visit);
  };
  visit(file);
  // What the parser itself reports; a program would look at types too, and for other files.
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const errors = parseDiagnostics.map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
  return { errors, nodes, tags };
}

/** The kind of a node; a text is a text in whatever quotes. */
function kindOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? 'Text' : ts.SyntaxKind[node.kind];
}

function tagsIn(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (part: ts.Node): void => {
    if (part.kind >= ts.SyntaxKind.FirstJSDocTagNode && part.kind <= ts.SyntaxKind.LastJSDocTagNode)
      found.push(`@${(part as ts.JSDocTag).tagName.text}`);
    if (ts.isJSDocLink(part) || ts.isJSDocLinkCode(part) || ts.isJSDocLinkPlain(part))
      found.push(`{@link ${part.name?.getText() ?? ''}}`);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}
