import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of a few megabytes, in memory, that can be filled up. Only root may make one. */
export interface SmallDisk {
  fill(): void;
  free(): void;
  remove(): void;
}

const PIECE = Buffer.alloc(64 * 1024);

/** Mounts one at a folder that is there; null where this machine or user may not. */
export const mountSmallDisk = (folder: string, megabytes: number): SmallDisk | null => {
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) return null;
  const filler = join(folder, 'filler');
  return {
    fill: () => {
      const file = openSync(filler, 'w');
      try {
        for (;;) writeSync(file, PIECE);
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
    },
  };
};
