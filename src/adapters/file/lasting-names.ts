import { open } from 'node:fs/promises';

/** Puts a folder's names on the disk: a file that was made or renamed survives a power loss only after that. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Whether the operating system failed with this code (`ENOENT`, `EEXIST`, …). */
export const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
