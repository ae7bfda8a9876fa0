import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { RegError } from '../../errors.ts';

/**
 * One database file for the embedded engine. Writes that arrive within one turn of the event loop share one
 * transaction and are answered after its commit, so what was acknowledged survives `kill -9` and power loss.
 */
export interface SqliteEngine {
  /** Creates tables; call while wiring, with `IF NOT EXISTS`. */
  schema(sql: string): void;
  /** A prepared statement, made once per text. */
  statement(sql: string): StatementSync;
  /**
   * Runs `work` inside the next group transaction and resolves with its result after the commit. `work` is
   * synchronous: an `await` in it would let other writes join and vanish with its rollback. If it throws, it
   * alone is undone and rejected.
   */
  write<T>(work: () => T extends PromiseLike<unknown> ? never : T): Promise<T>;
  /** Commits what waits, then closes. */
  close(): Promise<void>;
}

interface PendingWrite {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Throws `DATA_FOLDER_IN_USE` when another process has the folder. */
export const openSqliteEngine = (folder: string): SqliteEngine => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  const db = new DatabaseSync(join(folder, 'reg.db'));
  db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;
    PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;`);
  const statements = new Map<string, StatementSync>();
  let pending: PendingWrite[] = [];
  let scheduled = false;
  let closed = false;

  const commitGroup = (group: readonly PendingWrite[]): void => {
    const results: unknown[] = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const { work } of group) results.push(runSynchronously(work));
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      const [only, ...others] = group;
      if (only !== undefined && others.length === 0) only.reject(storageError(error));
      else for (const write of group) commitGroup([write]);
      return;
    }
    group.forEach((write, index) => {
      write.resolve(results[index] as never);
    });
  };

  const flush = (): void => {
    scheduled = false;
    const group = pending;
    pending = [];
    if (group.length > 0) commitGroup(group);
  };

  return {
    schema: (sql) => db.exec(sql),
    statement: (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const made = db.prepare(sql);
      statements.set(sql, made);
      return made;
    },
    write: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new RegError('STORAGE_FAILED', 'The data folder is closed: the system is shutting down.'));
        pending.push({ work, resolve: resolve as (value: never) => void, reject });
        if (scheduled) return;
        scheduled = true;
        setImmediate(flush);
      }),
    close: async () => {
      closed = true;
      flush();
      db.close();
      lock.close();
    },
  };
};

const runSynchronously = (work: () => unknown): unknown => {
  const result = work();
  if (result instanceof Promise) throw new RegError('INTERNAL', 'A transaction has to be one synchronous call, but this one gave a promise.');
  return result;
};

/** The operating system frees the lock with the process, however that ends; a lock file of our own would stay behind. */
const lockFolder = (folder: string): DatabaseSync => {
  const lock = new DatabaseSync(join(folder, 'lock.db'));
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    throw new RegError('DATA_FOLDER_IN_USE', `Another process is using the data folder ${folder}. Stop it, or name another folder with --data.`, { cause });
  }
  return lock;
};

const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;

const storageError = (error: unknown): unknown => {
  const code = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
  if (code === SQLITE_FULL)
    return new RegError('STORAGE_FULL', 'The disk is full: nothing more is accepted until there is room in the data folder.', { cause: error });
  if (code === SQLITE_IOERR)
    return new RegError('STORAGE_FAILED', 'The data folder cannot be written. Look at the disk and its permissions.', { cause: error });
  return error;
};
