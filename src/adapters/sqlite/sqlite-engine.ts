import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { RegError } from '../../errors.ts';
import { makeFolder } from '../file/make-folder.ts';
import { bringUpToDate } from './sqlite-schema-version.ts';

/**
 * One database file for the embedded engine. Writes that arrive within one turn of the event loop share one
 * transaction and are answered after its commit, so what was acknowledged survives `kill -9` and power loss.
 */
export interface SqliteEngine {
  /** Creates tables; call while wiring, with `IF NOT EXISTS`. */
  schema(sql: string): void;
  /** A prepared statement, made once per text. Outside `write` use it for reading only. */
  statement(sql: string): StatementSync;
  /**
   * Runs `work` inside the next group transaction and resolves with its result after the commit. If it throws, it
   * alone is undone and rejected. `work` is synchronous: an `await` in it would let other writes join and vanish
   * with its rollback, so a promise is refused. It changes nothing but the database, as after somebody else's
   * failure in the group it is undone and run again. Rejects with `STORAGE_FULL` or `STORAGE_FAILED` where the disk
   * is at fault; then the write is not there.
   */
  write<T>(work: () => T extends PromiseLike<unknown> ? never : T): Promise<T>;
  /** Inside a write: once it is committed, calls whoever listens to this channel, once a group. */
  announce(channel: string): void;
  /** Listens to a channel. The listener is called synchronously after the commit and must not throw. */
  onAnnounced(channel: string, listener: () => void): void;
  /** Commits what waits, then closes. Later writes reject; closing twice is harmless. */
  close(): Promise<void>;
}

interface PendingWrite {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

export interface SqliteEngineOptions {
  /** Most bytes of the database file, rounded down to pages; default: as much as the disk has. */
  readonly maxBytes?: number;
}

const PAGE_BYTES = 4096;

/** Opens or makes the database in `folder`, and brings it to this version. Throws `DATA_FOLDER_IN_USE` when another process has the folder, `DATA_FOLDER_NEWER`, `CONFIG_INVALID` where it cannot be made. */
export const openSqliteEngine = (folder: string, options: SqliteEngineOptions = {}): SqliteEngine => {
  makeFolder(folder);
  const lock = lockFolder(folder);
  const db = openDatabase(folder, lock, options);
  const statements = new Map<string, StatementSync>();
  const listeners = new Map<string, (() => void)[]>();
  let announced = new Set<string>();
  let pending: PendingWrite[] = [];
  let scheduled = false;
  let closed = false;

  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };

  /** Runs `body` in one transaction; throws, with nothing done, if it or the commit throws. */
  const inTransaction = <T>(body: () => T): T => {
    statement('BEGIN IMMEDIATE').run();
    try {
      const result = body();
      statement('COMMIT').run();
      return result;
    } catch (error) {
      // After a full disk SQLite has rolled back by itself.
      if (db.isTransaction) statement('ROLLBACK').run();
      throw error;
    }
  };

  /** One write, undone by itself if it throws; throws only if the whole transaction is lost. */
  const runUndoable = (write: PendingWrite): Outcome => {
    statement('SAVEPOINT one').run();
    try {
      const result = runSynchronously(write.work);
      statement('RELEASE one').run();
      return { result };
    } catch (error) {
      if (!db.isTransaction) throw error;
      statement('ROLLBACK TO one').run();
      statement('RELEASE one').run();
      return { error };
    }
  };

  /** From the cheapest way to the most careful: all in one go, each undoable, each in a transaction of its own. */
  const commitGroup = (group: readonly PendingWrite[]): readonly Outcome[] => {
    try {
      return inTransaction(() => group.map((write) => ({ result: runSynchronously(write.work) })));
    } catch (error) {
      if (group.length === 1) return [{ error }];
    }
    try {
      return inTransaction(() => group.map(runUndoable));
    } catch {
      return group.map((write) => {
        try {
          return { result: inTransaction(() => runSynchronously(write.work)) };
        } catch (error) {
          return { error };
        }
      });
    }
  };

  const flush = (): void => {
    scheduled = false;
    const group = pending;
    pending = [];
    if (group.length === 0) return;
    const outcomes = commitGroup(group);
    group.forEach((write, index) => {
      const outcome = outcomes[index] as Outcome;
      if ('error' in outcome) write.reject(storageError(outcome.error));
      else write.resolve(outcome.result as never);
    });
    if (announced.size === 0) return;
    const channels = announced;
    announced = new Set();
    for (const channel of channels) for (const listener of listeners.get(channel) ?? []) listener();
  };

  return {
    schema: (sql) => db.exec(sql),
    statement,
    write: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new RegError('STORAGE_FAILED', 'The data folder is closed: the system is shutting down.'));
        pending.push({ work, resolve: resolve as (value: never) => void, reject });
        if (scheduled) return;
        scheduled = true;
        setImmediate(flush);
      }),
    announce: (channel) => {
      announced.add(channel);
    },
    onAnnounced: (channel, listener) => {
      const known = listeners.get(channel);
      if (known === undefined) listeners.set(channel, [listener]);
      else known.push(listener);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      flush();
      db.close();
      lock.close();
    },
  };
};

const openDatabase = (folder: string, lock: DatabaseSync, { maxBytes }: SqliteEngineOptions): DatabaseSync => {
  const file = join(folder, 'reg.db');
  const db = new DatabaseSync(file);
  try {
    db.exec(`PRAGMA page_size=${PAGE_BYTES}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;
      PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=16000; PRAGMA secure_delete=ON;`);
    if (maxBytes !== undefined) db.exec(`PRAGMA max_page_count=${Math.floor(maxBytes / PAGE_BYTES)}`);
    bringUpToDate(db, folder);
    return db;
  } catch (cause) {
    db.close();
    lock.close();
    if (cause instanceof RegError) throw cause;
    throw new RegError(
      'STORAGE_FAILED',
      `The database ${file} cannot be opened: it is damaged, or its folder cannot be written. Look at the permissions, or restore a backup.`,
      { cause },
    );
  }
};

const runSynchronously = (work: () => unknown): unknown => {
  const result = work();
  if (typeof result === 'object' && result !== null && 'then' in result) {
    // What the promise does later is no part of this transaction; its failure must not end the process.
    Promise.resolve(result).catch(() => undefined);
    throw new RegError('INTERNAL', 'A transaction has to be one synchronous call, but this one gave a promise.');
  }
  return result;
};

const openLock = (folder: string): DatabaseSync => {
  try {
    return new DatabaseSync(join(folder, 'lock.db'));
  } catch (cause) {
    throw new RegError('STORAGE_FAILED', `The data folder ${folder} cannot be opened by this user. Look at its owner and permissions.`, { cause });
  }
};

/** The operating system frees the lock with the process, however that ends; a lock file of our own would stay behind. */
const lockFolder = (folder: string): DatabaseSync => {
  const lock = openLock(folder);
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
    return lock;
  } catch (cause) {
    lock.close();
    if (sqliteCode(cause) === SQLITE_BUSY)
      throw new RegError('DATA_FOLDER_IN_USE', `Another process is using the data folder ${folder}. Stop it, or name another folder with --data.`, { cause });
    throw new RegError('STORAGE_FAILED', `The data folder ${folder} cannot be locked. Look at its permissions.`, { cause });
  }
};

const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;

/** SQLite's primary result code, null for what is not SQLite's. */
const sqliteCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

const storageError = (error: unknown): unknown => {
  switch (sqliteCode(error)) {
    case SQLITE_FULL:
      return new RegError('STORAGE_FULL', 'The disk is full: nothing more is accepted until there is room in the data folder.', { cause: error });
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_READONLY:
    case SQLITE_CORRUPT:
      return new RegError('STORAGE_FAILED', 'The data folder cannot be written. Look at the disk and its permissions.', { cause: error });
    default:
      return error;
  }
};
