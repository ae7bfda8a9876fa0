import { type AccessCodeState, decideAssignment, RESERVATION_MS, stateAfter } from '../../domain/access-code.ts';
import { RegError } from '../../errors.ts';
import type { CodeRef, CodeStore, ReservationRequest, SealedCode } from '../../ports/code-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** A state's number in the table is its index here. */
const STATES = ['AVAILABLE', 'RESERVED', 'ASSIGNED', 'REDEEMED', 'REVOKED'] as const satisfies readonly AccessCodeState[];
const AVAILABLE = STATES.indexOf('AVAILABLE');
const RESERVED = STATES.indexOf('RESERVED');
const ASSIGNED = STATES.indexOf('ASSIGNED');
const REDEEMED = STATES.indexOf('REDEEMED');
const REVOKED = STATES.indexOf('REVOKED');

/**
 * `reservation_id` and `place` stay when a reservation runs out, so that its key finds the codes again that nobody took
 * meanwhile. `codes_by_state` ends with the rowid, so it also gives free codes in the order of their import.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS codes (
    id INTEGER PRIMARY KEY, market_id TEXT NOT NULL, lookup BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL, state INTEGER NOT NULL DEFAULT ${AVAILABLE},
    reservation_id INTEGER REFERENCES code_reservations (id), place INTEGER, holder TEXT, changed_at INTEGER, redeemed_at INTEGER, revoked_for TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS codes_by_state ON codes (market_id, state);
  CREATE INDEX IF NOT EXISTS codes_by_reservation ON codes (reservation_id, place) WHERE reservation_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS codes_held ON codes (market_id, holder) WHERE state = ${ASSIGNED};
  CREATE TABLE IF NOT EXISTS code_reservations (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, campaign_id TEXT NOT NULL, market_id TEXT NOT NULL, idempotency_key TEXT NOT NULL,
    count INTEGER NOT NULL, expires_at INTEGER NOT NULL, running INTEGER NOT NULL, UNIQUE (market_id, idempotency_key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS code_reservations_running ON code_reservations (expires_at) WHERE running = 1;
  CREATE TABLE IF NOT EXISTS code_batches (
    id INTEGER PRIMARY KEY, market_id TEXT NOT NULL, idempotency_key TEXT NOT NULL, part INTEGER NOT NULL, total INTEGER NOT NULL,
    added INTEGER NOT NULL, UNIQUE (market_id, idempotency_key, part)
  ) STRICT;
`;

interface CodeRow {
  readonly id: number;
  readonly state: number;
  readonly holder: string | null;
}
interface ReservationRow {
  readonly id: number;
  readonly name: string;
  readonly count: number;
}

/** Codes on the embedded engine. */
export const createSqliteCodeStore = (engine: SqliteEngine): CodeStore => {
  engine.schema(SCHEMA);
  const insert = engine.statement('INSERT INTO codes (market_id, lookup, sealed) VALUES (?, ?, ?) ON CONFLICT (lookup) DO NOTHING');
  const batchPart = engine.statement('SELECT part, total, added FROM code_batches WHERE market_id = ? AND idempotency_key = ? ORDER BY part = ? DESC LIMIT 1');
  const insertPart = engine.statement('INSERT INTO code_batches (market_id, idempotency_key, part, total, added) VALUES (?, ?, ?, ?, ?)');
  const freeExpired = engine.statement(`UPDATE codes SET state = ${AVAILABLE} WHERE state = ${RESERVED}
    AND reservation_id IN (SELECT id FROM code_reservations WHERE running = 1 AND expires_at <= ?)`);
  const endExpired = engine.statement('UPDATE code_reservations SET running = 0 WHERE running = 1 AND expires_at <= ?');
  const reservation = engine.statement('SELECT id, name, count FROM code_reservations WHERE market_id = ? AND idempotency_key = ?');
  const insertReservation = engine.statement(`INSERT INTO code_reservations
    (name, campaign_id, market_id, idempotency_key, count, expires_at, running) VALUES (?, ?, ?, ?, ?, ?, 1) RETURNING id`);
  const renewReservation = engine.statement('UPDATE code_reservations SET expires_at = ?, running = 1 WHERE id = ?');
  const places = engine.statement('SELECT place FROM codes WHERE reservation_id = ?');
  const reserveAgain = engine.statement(`UPDATE codes SET state = ${RESERVED}, changed_at = ? WHERE reservation_id = ? AND state = ${AVAILABLE}`);
  /** Codes that no reservation ever had come first: one that ran out may still be under way to a fan. */
  const neverReserved = engine.statement(`SELECT id FROM codes WHERE market_id = ? AND state = ${AVAILABLE} AND reservation_id IS NULL ORDER BY id LIMIT ?`);
  const givenBack = engine.statement(
    `SELECT id FROM codes WHERE market_id = ? AND state = ${AVAILABLE} AND reservation_id IS NOT NULL AND reservation_id <> ? ORDER BY id LIMIT ?`,
  );
  const take = engine.statement(`UPDATE codes SET state = ${RESERVED}, reservation_id = ?, place = ?, changed_at = ? WHERE id = ?`);
  const reservedCodes = engine.statement('SELECT lookup, sealed FROM codes WHERE reservation_id = ? ORDER BY place');
  const find = engine.statement('SELECT id, state, holder FROM codes WHERE lookup = ? AND market_id = ?');
  const assign = engine.statement(`UPDATE codes SET state = ${ASSIGNED}, holder = ?, changed_at = ? WHERE id = ?`);
  const redeem = engine.statement('UPDATE codes SET state = ?, redeemed_at = ?, changed_at = ? WHERE id = ?');
  const revoke = engine.statement(`UPDATE codes SET state = ${REVOKED}, reservation_id = NULL, place = NULL, revoked_for = ?, changed_at = ? WHERE id = ?`);
  const heldBy = engine.statement(`SELECT id FROM codes WHERE market_id = ? AND state = ${ASSIGNED} AND holder = ?`);
  const forget = engine.statement(`UPDATE codes SET holder = NULL WHERE market_id = ? AND state IN (${REDEEMED}, ${REVOKED}) AND holder = ?`);
  // A reservation for one fan alone was called by the fan's id once.
  const renameReservations = engine.statement(
    `UPDATE code_reservations SET idempotency_key = 'erased/' || id WHERE market_id = ?1 AND substr(idempotency_key, -length(?2)) = ?2`,
  );
  const held = engine.statement(`SELECT id, lookup, sealed, holder AS globalUserId FROM codes
    WHERE market_id = ? AND state = ${ASSIGNED} AND (holder, id) > (?, ?) ORDER BY holder, id LIMIT ?`);
  const countStates = engine.statement('SELECT state, count(*) AS codes FROM codes WHERE market_id = ? GROUP BY state');
  const countExpired = engine.statement(`SELECT count(*) AS codes FROM code_reservations
    JOIN codes ON codes.reservation_id = code_reservations.id AND codes.state = ${RESERVED}
    WHERE code_reservations.running = 1 AND code_reservations.expires_at <= ? AND codes.market_id = ?`);

  const giveBackExpired = (now: number): void => {
    freeExpired.run(now);
    endExpired.run(now);
  };
  const insertAll = (marketId: string, codes: readonly SealedCode[]): number[] => {
    const duplicates: number[] = [];
    codes.forEach(({ lookup, sealed }, index) => {
      if (insert.run(marketId, lookup, sealed).changes === 0) duplicates.push(index);
    });
    return duplicates;
  };
  const findCode = ({ marketId, lookup }: CodeRef): CodeRow | undefined => find.get(lookup, marketId) as CodeRow | undefined;

  /** Ids of codes to fill `count` places of a reservation with; fewer if there are not that many. */
  const freeIds = (marketId: string, own: number, count: number): readonly number[] => {
    const fresh = neverReserved.all(marketId, count) as { id: number }[];
    const rest = fresh.length < count ? (givenBack.all(marketId, own, count - fresh.length) as { id: number }[]) : [];
    return [...fresh, ...rest].map(({ id }) => id);
  };

  const NO_RESERVATION = -1;
  const reserveNow = (request: ReservationRequest) => {
    const { marketId, campaignId, count, idempotencyKey, now } = request;
    giveBackExpired(now);
    const known = reservation.get(marketId, idempotencyKey) as ReservationRow | undefined;
    if (known !== undefined && known.count !== count) {
      throw new RegError(
        'STATE_INVALID',
        `The idempotency key stands for a reservation of ${known.count} codes of ${marketId}, not ${count}. Use another key.`,
      );
    }
    const filled = new Set(known === undefined ? [] : (places.all(known.id) as { place: number }[]).map(({ place }) => place));
    const free = freeIds(marketId, known?.id ?? NO_RESERVATION, count - filled.size);
    const shortfall = count - filled.size - free.length;
    if (shortfall > 0) return { outcome: 'short', shortfall } as const;

    const expiresAt = now + RESERVATION_MS;
    const id = known?.id ?? (insertReservation.get(request.reservationId, campaignId, marketId, idempotencyKey, count, expiresAt) as { id: number }).id;
    if (known !== undefined) {
      renewReservation.run(expiresAt, id);
      reserveAgain.run(now, id);
    }
    let place = 0;
    for (const codeId of free) {
      do place += 1;
      while (filled.has(place));
      take.run(id, place, now, codeId);
    }
    const codes = reservedCodes.all(id) as unknown as readonly SealedCode[];
    return { outcome: 'reserved', reservationId: known?.name ?? request.reservationId, codes, expiresAt } as const;
  };

  return {
    add: (marketId, codes) => engine.write(() => ({ duplicates: insertAll(marketId, codes) })),
    addOnce: (marketId, { idempotencyKey, part, total }, codes) =>
      engine.write(() => {
        const known = batchPart.get(marketId, idempotencyKey, part) as { part: number; total: number; added: number } | undefined;
        if (known !== undefined && known.total !== total) {
          throw new RegError('STATE_INVALID', `The idempotency key stands for a batch of ${known.total} codes of ${marketId}, not ${total}. Use another key.`);
        }
        if (known?.part === part) return { added: known.added };
        const added = codes.length - insertAll(marketId, codes).length;
        insertPart.run(marketId, idempotencyKey, part, total, added);
        return { added };
      }),
    reserve: (request) => engine.write(() => reserveNow(request)),
    markAssigned: (holdings, now) =>
      engine.write(() =>
        holdings.map((holding) => {
          const code = findCode(holding);
          if (code === undefined) return 'unknown';
          const outcome = decideAssignment({ state: STATES[code.state] ?? 'REVOKED', holder: code.holder }, holding.globalUserId);
          if (outcome === 'assigned') assign.run(holding.globalUserId, now, code.id);
          return outcome;
        }),
      ),
    held: async (marketId, after, limit) => {
      const [holder = '', id = '0'] = after === null ? [] : after.split(' ');
      const rows = held.all(marketId, holder, Number(id) || 0, limit) as unknown as (SealedCode & { id: number; globalUserId: string })[];
      const last = rows.length < limit ? undefined : rows.at(-1);
      return { codes: rows, next: last === undefined ? null : `${last.globalUserId} ${last.id}` };
    },
    revoke: (codes, reason, now) =>
      engine.write(() => {
        let revoked = 0;
        for (const ref of codes) {
          const code = findCode(ref);
          if (code === undefined || stateAfter(STATES[code.state] ?? 'REVOKED', 'revoke') === null) continue;
          revoke.run(reason, now, code.id);
          revoked += 1;
        }
        return revoked;
      }),
    forgetHolder: (marketId, globalUserId, reason, now) =>
      engine.write(() => {
        const codes = heldBy.all(marketId, globalUserId) as { id: number }[];
        for (const { id } of codes) revoke.run(reason, now, id);
        const forgotten = Number(forget.run(marketId, globalUserId).changes);
        renameReservations.run(marketId, `/fan/${globalUserId}`);
        return { revoked: codes.length, forgotten: forgotten - codes.length };
      }),
    redeem: (codes, now) =>
      engine.write(() => {
        giveBackExpired(now);
        return codes.map(({ redeemedAt, ...ref }) => {
          const code = findCode(ref);
          if (code === undefined) return null;
          const state = STATES[code.state] ?? 'REVOKED';
          const next = stateAfter(state, 'redeem');
          if (next === null) return state;
          redeem.run(STATES.indexOf(next), redeemedAt, now, code.id);
          return next;
        });
      }),
    counts: async (marketId, now) => {
      const byState = new Map((countStates.all(marketId) as { state: number; codes: number }[]).map(({ state, codes }) => [STATES[state], codes]));
      const expired = (countExpired.get(now, marketId) as { codes: number } | undefined)?.codes ?? 0;
      return {
        available: (byState.get('AVAILABLE') ?? 0) + expired,
        reserved: (byState.get('RESERVED') ?? 0) - expired,
        assigned: byState.get('ASSIGNED') ?? 0,
        redeemed: byState.get('REDEEMED') ?? 0,
        revoked: byState.get('REVOKED') ?? 0,
      };
    },
  };
};
