import { buildSync } from 'esbuild';
import type { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import type { parseAction } from '@actions/workflow-parser/actions/index';

interface Parser {
  readonly NoOperationTraceWriter: typeof NoOperationTraceWriter;
  readonly parseAction: typeof parseAction;
  readonly parseWorkflow: typeof parseWorkflow;
}

// The package imports JSON as bundlers let it, and Node does not.
const bundle = buildSync({
  stdin: {
    contents:
      "export * from '@actions/workflow-parser';\nexport * from '@actions/workflow-parser/actions/index';",
    resolveDir: '.',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'browser',
}).outputFiles[0];
const code = Buffer.from(bundle?.contents ?? []).toString('base64');
const parser = (await import(`data:text/javascript;base64,${code}`)) as Parser;

/** What GitHub's own parser has against an action's metadata. */
export function actionFaults(content: string): readonly string[] {
  const trace = new parser.NoOperationTraceWriter();
  const { context } = parser.parseAction({ name: 'action.yml', content }, trace);
  return context.errors.getErrors().map(({ message }) => message);
}

/** What GitHub's own parser has against a workflow. */
export function workflowFaults(content: string): readonly string[] {
  const trace = new parser.NoOperationTraceWriter();
  const { context } = parser.parseWorkflow({ name: 'workflow.yml', content }, trace);
  return context.errors.getErrors().map(({ message }) => message);
}
