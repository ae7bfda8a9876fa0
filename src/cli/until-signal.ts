/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once, with the status a shell expects. */
export const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
      if (asked) process.exit(signal === 'SIGINT' ? 130 : 143);
      asked = true;
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
