import type { DatabaseSync } from 'node:sqlite';
import { RegError } from '../../errors.ts';

/** Folders of this version and of those made before versions were kept. */
const FIRST_VERSION = 1;

/**
 * What brings a data folder from one version to the next, the first from 1 to 2. Adapters make what is missing by
 * themselves, so a step is needed only where something that is there changes: a column, or what a value means. A step
 * that was released is never changed.
 */
const STEPS: readonly string[] = ['ALTER TABLE queues ADD COLUMN expired INTEGER NOT NULL DEFAULT 0'];

/**
 * Brings a database to the version of this program, each step in a transaction of its own, so that one that is broken
 * off goes on at the next start. `steps` is for tests. Throws `DATA_FOLDER_NEWER`.
 */
export const bringUpToDate = (db: DatabaseSync, folder: string, steps: readonly string[] = STEPS): void => {
  const current = FIRST_VERSION + steps.length;
  const stored = storedVersion(db) ?? current;
  if (stored > current)
    throw new RegError(
      'DATA_FOLDER_NEWER',
      `The data folder ${folder} is of a newer version of this program (schema ${stored}, this one knows up to ${current}). Start that version, or restore a backup from before it.`,
    );
  for (let version = stored; version < current; version += 1) step(db, version + 1, steps[version - FIRST_VERSION] as string);
  if (stored === current) db.exec(`PRAGMA user_version = ${current}`);
};

/** Null for an empty database. */
const storedVersion = (db: DatabaseSync): number | null => {
  const { version, tables } = db.prepare('SELECT user_version AS version, (SELECT count(*) FROM sqlite_schema) AS tables FROM pragma_user_version').get() as {
    readonly version: number;
    readonly tables: number;
  };
  if (version > 0) return version;
  return tables === 0 ? null : FIRST_VERSION;
};

const step = (db: DatabaseSync, to: number, sql: string): void => {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(sql);
    db.exec(`PRAGMA user_version = ${to}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
