/** Warns the operator: by the process where there is one that can, else on the console. */
export function warn(message: string, type: string): void {
  const { process } = globalThis as {
    readonly process?: { emitWarning?(message: string, type: string): void };
  };
  if (process?.emitWarning === undefined) console.warn(`${type}: ${message}`);
  else process.emitWarning(message, type);
}
