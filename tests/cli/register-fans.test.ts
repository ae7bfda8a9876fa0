import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GraphqlClient } from '../../src/cli/graphql-client.ts';
import { type RowOutcome, registerFans } from '../../src/cli/register-fans.ts';
import { RegError } from '../../src/errors.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

interface Sent {
  readonly fan: string;
  readonly tickets: unknown;
}

type Answer = { readonly isEligible: boolean; readonly reason: string | null; readonly detail: string | null; readonly version: number | null };
const accepted = (version: number): Answer => ({ isEligible: true, reason: null, detail: null, version });
const refused = (reason: string, detail: string | null = null): Answer => ({ isEligible: false, reason, detail, version: null });

/** A front door of one campaign that asks for tickets. */
const createDoor = (answer: (sent: Sent, before: number) => Answer | Promise<Answer>) => {
  const sent: Sent[] = [];
  const graphql: GraphqlClient = {
    request: async <T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> => {
      if (query.includes('campaign(')) return { campaign: { preferences: [{ key: 'tickets', type: 'ticket_count', is_optional: null }] } } as T;
      const { entry, userInfo } = variables.input as { entry: string; userInfo: { globalUserId: string } };
      const one = { fan: userInfo.globalUserId, tickets: JSON.parse(entry).tickets };
      const before = sent.filter(({ fan }) => fan === one.fan).length;
      sent.push(one);
      return { upsertEntry: await answer(one, before) } as T;
    },
    close: async () => {},
  };
  return { graphql, sent };
};

const HEADER = 'globalUserId,email,firstName,lastName,tickets\n';

const register = async (graphql: GraphqlClient, rows: string, known?: ReadonlyMap<number, RowOutcome>) => {
  const file = join(createTemporaryFolder(), 'fans.csv');
  await writeFile(file, HEADER + rows);
  const outcomes: (RowOutcome & { readonly known: boolean })[] = [];
  const clock = { now: () => 0, sleep: async () => {} };
  const counts = await registerFans({
    slug: 'tour',
    file,
    graphql,
    clock,
    inFlight: 4,
    ...(known !== undefined && { known }),
    settled: (outcome, isKnown) => void outcomes.push({ ...outcome, known: isKnown }),
  });
  return { counts, outcomes };
};

describe('fans of a file are registered', () => {
  test('a later row of a fan is sent after the earlier one, as an edit', async () => {
    const { graphql, sent } = createDoor((_, before) => accepted(before + 1));
    const { counts, outcomes } = await register(graphql, 'f1,a@x.org,A,B,1\nf2,b@x.org,A,B,1\nf1,a@x.org,A,B,2\n');
    expect(counts).toEqual({ rows: 3, registered: 2, edited: 1, refused: {} });
    expect(sent.filter(({ fan }) => fan === 'f1')).toEqual([
      { fan: 'f1', tickets: 1 },
      { fan: 'f1', tickets: 2 },
    ]);
    expect(outcomes.at(-1)).toEqual({ line: 4, globalUserId: 'f1', version: 2, known: false });
  });

  test('refused rows are named by line, reason, field and rule, and counted by reason', async () => {
    const detail = JSON.stringify({ field: 'tickets', rule: 'too_big', invalid: [] });
    const { graphql } = createDoor(({ fan }) => (fan === 'f1' ? refused('INVALID_ENTRY', detail) : fan === 'f2' ? refused('GEO_RESTRICTED') : accepted(1)));
    const { counts, outcomes } = await register(graphql, 'f1,a@x.org,A,B,9\nf2,b@x.org,A,B,1\nf3,b@x.org,A,B,1\n');
    expect(counts).toEqual({ rows: 3, registered: 1, edited: 0, refused: { INVALID_ENTRY: 1, GEO_RESTRICTED: 1 } });
    expect(outcomes.slice(0, 2)).toEqual([
      { line: 2, globalUserId: 'f1', reason: 'INVALID_ENTRY', field: 'tickets', rule: 'too_big', known: false },
      { line: 3, globalUserId: 'f2', reason: 'GEO_RESTRICTED', field: '', rule: '', known: false },
    ]);
  });

  test('a failure inside the system is tried again before it counts', async () => {
    const { graphql, sent } = createDoor((_, before) => (before < 2 ? refused('INTERNAL_SERVER_ERROR') : accepted(1)));
    expect((await register(graphql, 'f1,a@x.org,A,B,1\n')).counts).toMatchObject({ registered: 1, refused: {} });
    expect(sent).toHaveLength(3);
  });

  test('a row that the door cannot take is refused, and the others go on', async () => {
    const { graphql } = createDoor(({ fan }) => {
      if (fan === 'f1') throw new RegError('TOO_LARGE', 'too large');
      return accepted(1);
    });
    expect((await register(graphql, 'f1,a@x.org,A,B,1\nf2,a@x.org,A,B,1\n')).counts).toMatchObject({ registered: 1, refused: { TOO_LARGE: 1 } });
  });

  test('rows whose answer is known are counted and not sent', async () => {
    const { graphql, sent } = createDoor(() => accepted(1));
    const known = new Map<number, RowOutcome>([
      [2, { line: 2, globalUserId: 'f1', version: 1 }],
      [3, { line: 3, globalUserId: 'f2', reason: 'NO_INVITE', field: '', rule: '' }],
    ]);
    const { counts, outcomes } = await register(graphql, 'f1,a@x.org,A,B,1\nf2,a@x.org,A,B,1\nf3,a@x.org,A,B,1\n', known);
    expect(counts).toEqual({ rows: 3, registered: 2, edited: 0, refused: { NO_INVITE: 1 } });
    expect(sent.map(({ fan }) => fan)).toEqual(['f3']);
    expect(outcomes.map((outcome) => outcome.known)).toEqual([true, true, false]);
  });
});

describe('nothing more is sent', () => {
  test('of a file that is broken at its end', async () => {
    const { graphql, sent } = createDoor(() => accepted(1));
    await expect(register(graphql, 'f1,a@x.org,A,B,1\nf2,b@x.org,A\n')).rejects.toMatchObject({ code: 'CSV_INVALID', detail: { line: 3, field: 'lastName' } });
    expect(sent).toEqual([]);
  });

  test('once the token is refused', async () => {
    const { graphql, sent } = createDoor(() => {
      throw new RegError('TOKEN_INVALID', 'no');
    });
    const rows = Array.from({ length: 100 }, (_, index) => `f${index},a@x.org,A,B,1\n`).join('');
    await expect(register(graphql, rows)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(sent.length).toBeLessThan(10);
  });
});
