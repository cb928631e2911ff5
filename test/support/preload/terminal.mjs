// Lets the process believe that it speaks to a terminal.
for (const stream of [process.stdout, process.stderr])
  Object.defineProperty(stream, 'isTTY', { value: true });
