import type { RunningServer } from '../scripts/servers/process.ts';

/** Starts servers, one after the other, gives their URLs to the work, and stops them however it ends. */
export const onServers = async <Name extends string, T>(
  starts: Readonly<Record<Name, () => Promise<RunningServer>>>,
  work: (urls: Readonly<Record<Name, string>>) => Promise<T>,
): Promise<T> => {
  const running = new Map<string, RunningServer>();
  try {
    for (const name of Object.keys(starts) as Name[]) running.set(name, await starts[name]());
    const urls = Object.fromEntries([...running].map(([name, { url }]) => [name, url])) as Record<Name, string>;
    return await work(urls);
  } finally {
    await Promise.all([...running.values()].map((server) => server.stop()));
  }
};
