import { opendir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, syncFolder } from './lasting-names.ts';

/**
 * Removes a fan's mails from an outbox; answers how many. They are known by the link out of all mails, which each has in
 * its headers and which names the fan, whatever address the mail went to. Reads every file of the folder.
 */
export const eraseFromOutbox = async (folder: string, globalUserId: string): Promise<number> => {
  const mark = `token=${Buffer.from(globalUserId, 'utf8').toString('base64url')}.`;
  let erased = 0;
  for await (const name of namesIn(folder)) {
    const path = join(folder, name);
    const mail = await readFile(path, 'latin1').catch(unlessMissing);
    // RFC 5322, 2.2.3: a header that was folded goes on behind a line break and a space.
    if (mail === null || !mail.replace(/\r\n[ \t]/g, '').includes(mark)) continue;
    await unlink(path).catch(unlessMissing);
    erased += 1;
  }
  if (erased > 0) await syncFolder(folder);
  return erased;
};

const namesIn = async function* (folder: string): AsyncGenerator<string> {
  const opened = await opendir(folder).catch(unlessMissing);
  if (opened === null) return;
  for await (const file of opened) if (file.isFile()) yield file.name;
};

const unlessMissing = (error: unknown): null => {
  if (hasCode(error, 'ENOENT')) return null;
  throw error;
};
