/** A workflow command as the runner understood it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Some commands that a hostile text could wish to give. */
const known = new Set(
  [
    'debug',
    'notice',
    'warning',
    'error',
    'group',
    'endgroup',
    'echo',
    'add-mask',
    'stop-commands',
  ].concat(['set-output', 'save-state', 'add-matcher', 'remove-matcher', 'set-env', 'add-path']),
);

/**
 * Every command that GitHub's runner finds in a step's output, by the rules of its source
 * (`ActionCommand.cs` of https://github.com/actions/runner): on each line `::name properties::data`
 * behind blanks, or else `##[name properties]data` anywhere.
 */
export function readGithub(output: string): readonly WorkflowCommand[] {
  return output
    .split(/\r\n|\r|\n/)
    .map((line) => newer(line) ?? older(line))
    .filter((command) => command !== undefined);
}

function newer(line: string): WorkflowCommand | undefined {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  return command(text.slice(2, end), ',', text.slice(end + 2));
}

function older(line: string): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  return command(line.slice(start + 3, end), ';', line.slice(end + 1));
}

function command(info: string, separator: string, data: string): WorkflowCommand | undefined {
  const [name = '', ...rest] = info.split(' ');
  if (!known.has(name)) return undefined;
  const pairs = rest
    .join(' ')
    .trim()
    .split(separator)
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const [key = '', ...value] = pair.split('=');
      return [key, decoded(value.join('='))];
    });
  return { name, properties: Object.fromEntries(pairs), data: decoded(data) };
}

/** What the runner takes for an escape; the percent sign comes last. */
function decoded(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
