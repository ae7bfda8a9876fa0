/** A load under way; what an evicted one brings may be old, so only those who asked before the eviction are given it. */
interface Load<V> {
  evicted: boolean;
  result: Promise<V>;
}

export interface SharedLoads<V> {
  /** Begins a load, or shares the one that is under way. `load` can ask, once it has its value, whether that may be kept. */
  get(key: string, load: (wasEvicted: () => boolean) => Promise<V>): Promise<V>;
  /** Whoever asks from now on is given what a load brings that begins after this. */
  evict(key: string): void;
}

/** One load in flight a key, over this process: one that was evicted ends before the next begins. */
export const createSharedLoads = <V>(): SharedLoads<V> => {
  const loading = new Map<string, Load<V>>();
  return {
    get: (key, load) => {
      const former = loading.get(key);
      if (former !== undefined && !former.evicted) return former.result;
      const run = async (): Promise<V> => {
        try {
          await former?.result.catch(() => undefined);
          return await load(() => current.evicted);
        } finally {
          if (loading.get(key) === current) loading.delete(key);
        }
      };
      const current = { evicted: false } as Load<V>;
      loading.set(key, current);
      current.result = run();
      return current.result;
    },
    evict: (key) => {
      const current = loading.get(key);
      if (current !== undefined) current.evicted = true;
    },
  };
};
