import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RegError } from '../../errors.ts';

/**
 * Makes a folder, and those above it, for nobody but its owner; one that is there is left as it is. Throws `CONFIG_INVALID`
 * where it cannot be made. (Node's own recursive way never comes back from below /proc, where folders cannot be made.)
 */
export const makeFolder = (folder: string): void => {
  try {
    makeAbove(resolve(folder));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new RegError('CONFIG_INVALID', `The folder ${folder} cannot be made or used: ${REASONS[code] ?? code}. Name another by --data or REG_DATA.`, {
      cause: error,
    });
  }
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EEXIST: 'a part of the path is a file',
  ENOTDIR: 'a part of the path is a file',
  ENOENT: 'no folder can be made there',
  ENAMETOOLONG: 'the path is too long',
};

const makeAbove = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (dirname(folder) !== folder) makeAbove(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in between.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
};
