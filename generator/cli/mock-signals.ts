const stopping = { SIGINT: 2, SIGTERM: 15 } as const;

/** Resolves at the first signal that asks to stop. A second one ends the process at once. */
export function stopSignal(): Promise<void> {
  return new Promise((settle) => {
    let isStopping = false;
    for (const [signal, number] of Object.entries(stopping))
      process.on(signal, () => {
        if (isStopping) process.exit(128 + number);
        isStopping = true;
        settle();
      });
  });
}
