import { RegError } from '../../errors.ts';
import type { ExecutionStore, StoredExecution } from '../../ports/execution-store.ts';
import type { ExecutionStatus } from '../../ports/state-machine.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

interface ExecutionRow {
  readonly machine: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly state: number;
  readonly input: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
}

/** A task's result is stored under this item. */
const NO_ITEM = -1;

/** Memory of the state machines on the embedded engine. */
export const createSqliteExecutionStore = ({ engine }: { readonly engine: SqliteEngine }): ExecutionStore => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS executions (
      id INTEGER PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, state INTEGER NOT NULL, input TEXT NOT NULL,
      output TEXT, error TEXT, started_at INTEGER NOT NULL, ended_at INTEGER, UNIQUE (machine, name)) STRICT;
    CREATE TABLE IF NOT EXISTS execution_results (
      execution INTEGER NOT NULL REFERENCES executions (id), state INTEGER NOT NULL, item INTEGER NOT NULL, result TEXT NOT NULL,
      PRIMARY KEY (execution, state, item)) STRICT, WITHOUT ROWID;
  `);
  const byName = 'WHERE machine = ? AND name = ?';
  const select = engine.statement(`SELECT * FROM executions ${byName}`);
  const find = (machine: string, name: string): StoredExecution | null => {
    const row = select.get(machine, name) as ExecutionRow | undefined;
    return row === undefined ? null : executionOf(row);
  };
  const existing = (machine: string, name: string): StoredExecution => {
    const execution = find(machine, name);
    if (execution === null) throw new RegError('NOT_FOUND', `${machine} has no execution ${name}.`, { detail: { machine, name } });
    return execution;
  };

  return {
    create: (machine, name, input, startedAt) =>
      engine.write(() => {
        const { changes } = engine
          .statement("INSERT INTO executions (machine, name, status, state, input, started_at) VALUES (?, ?, 'RUNNING', 0, ?, ?) ON CONFLICT DO NOTHING")
          .run(machine, name, jsonOf(input), startedAt);
        return { execution: existing(machine, name), created: changes === 1 };
      }),
    get: async (machine, name) => find(machine, name),
    saveResult: (machine, name, { stateIndex, itemIndex, result }) =>
      engine.write(() => {
        existing(machine, name);
        engine
          .statement(`INSERT INTO execution_results SELECT id, ?, ?, ? FROM executions ${byName} ON CONFLICT DO NOTHING`)
          .run(stateIndex, itemIndex ?? NO_ITEM, jsonOf(result), machine, name);
      }),
    results: async (machine, name) => {
      existing(machine, name);
      const rows = engine
        .statement(`SELECT state, item, result FROM execution_results WHERE execution = (SELECT id FROM executions ${byName}) ORDER BY state, item`)
        .all(machine, name) as unknown as readonly { readonly state: number; readonly item: number; readonly result: string }[];
      return rows.map(({ state, item, result }) => ({ stateIndex: state, itemIndex: item === NO_ITEM ? null : item, result: JSON.parse(result) }));
    },
    advance: (machine, name, stateIndex) =>
      engine.write(() => {
        existing(machine, name);
        engine.statement(`UPDATE executions SET state = ? ${byName} AND state < ?`).run(stateIndex, machine, name, stateIndex);
      }),
    finish: (machine, name, { status, output, error, endedAt }) =>
      engine.write(() => {
        existing(machine, name);
        engine
          .statement(`UPDATE executions SET status = ?, output = ?, error = ?, ended_at = ? ${byName} AND status = 'RUNNING'`)
          .run(status, jsonOf(output), error, endedAt, machine, name);
      }),
    running: async () => {
      const rows = engine.statement("SELECT * FROM executions WHERE status = 'RUNNING' ORDER BY id").all() as unknown as readonly ExecutionRow[];
      return rows.map(executionOf);
    },
  };
};

/** What JSON has no word for (`undefined`) is kept as null. */
const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null';

const executionOf = (row: ExecutionRow): StoredExecution => ({
  machine: row.machine,
  name: row.name,
  status: row.status,
  stateIndex: row.state,
  input: JSON.parse(row.input),
  output: row.output === null ? null : JSON.parse(row.output),
  error: row.error,
  startedAt: row.started_at,
  endedAt: row.ended_at,
});
