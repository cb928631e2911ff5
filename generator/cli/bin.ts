#!/usr/bin/env node
import { main } from './main.js';

// A reader that has heard enough, as `| head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`msdk: the standard output cannot be written (${error.code ?? 'error'})\n`);
  process.exit(2);
});

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(
      `msdk: an error of the tool itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
