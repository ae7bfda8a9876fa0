import { setImmediate as nextTurn } from 'node:timers/promises';
import { makeAccessCodes, normaliseAccessCode } from '../../domain/access-code.ts';
import { RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CodeStore, SealedCode } from '../../ports/code-store.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { HandlersOf } from '../contract.ts';
import { type CodeCipher, createCodeCipher } from './code-cipher.ts';
import type { codeContract } from './contract.ts';

export interface CodeServiceOptions {
  readonly store: CodeStore;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** What is hashed and encrypted before others get a turn: about 10 ms. */
const SEALED_AT_ONCE = 1000;
/** What one transaction adds: about 10 ms. A batch of 50,000 is many transactions, as others wait for each. */
const ADDED_AT_ONCE = 1000;

/** The Code Service: access codes from import to redemption. Codes are stored hashed and encrypted, and never logged. */
export const createCodeHandlers = ({ store, secrets, clock, random, log }: CodeServiceOptions): HandlersOf<typeof codeContract> => {
  let made: Promise<CodeCipher> | undefined;
  const cipherOnce = (): Promise<CodeCipher> => {
    made ??= createCodeCipher(secrets, random).catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
  const refs = async <C extends { readonly marketId: string; readonly code: string }>(codes: readonly C[]) => {
    const cipher = await cipherOnce();
    return codes.map(({ code, ...rest }) => ({ ...rest, lookup: cipher.lookup(code.trim()) }));
  };

  return {
    importCodes: async ({ params: { marketId }, body }) => {
      const cipher = await cipherOnce();
      const codes = body.codes.map((text, index) => normaliseAccessCode(text) ?? refuseCode(index));
      const duplicates: number[] = [];
      for (let start = 0; start < codes.length; start += ADDED_AT_ONCE) {
        const known = await store.add(marketId, await sealAll(cipher, codes.slice(start, start + ADDED_AT_ONCE)));
        for (const index of known.duplicates) duplicates.push(start + index);
      }
      log.info({ marketId, imported: codes.length - duplicates.length, duplicates: duplicates.length }, 'codes imported');
      return { imported: codes.length - duplicates.length, duplicates };
    },

    generateCodes: async ({ params: { marketId }, body: { count, idempotencyKey } }) => {
      const cipher = await cipherOnce();
      let generated = 0;
      for (let part = 0; part * ADDED_AT_ONCE < count; part += 1) {
        const codes = makeAccessCodes(Math.min(ADDED_AT_ONCE, count - part * ADDED_AT_ONCE), random.bytes);
        const { added } = await store.addOnce(marketId, { idempotencyKey, part, total: count }, await sealAll(cipher, codes));
        generated += added;
      }
      log.info({ marketId, generated }, 'codes generated');
      return { generated };
    },

    reserveCodes: async ({ body }) => {
      const cipher = await cipherOnce();
      const reservation = await store.reserve({ ...body, reservationId: random.id(), now: clock.now() });
      if (reservation.outcome === 'short') return { reservationId: null, codes: [], shortfall: reservation.shortfall, expiresAt: null };
      const { reservationId, expiresAt } = reservation;
      return { reservationId, codes: await openAll(cipher, reservation.codes), shortfall: 0, expiresAt: new Date(expiresAt).toISOString() };
    },

    markAssigned: async ({ body }) => {
      const outcomes = await store.markAssigned(await refs(body.codes), clock.now());
      const results = body.codes.map(({ globalUserId }, index) => ({ globalUserId, outcome: outcomes[index] ?? ('unknown' as const) }));
      const refused = results.filter(({ outcome }) => outcome === 'refused' || outcome === 'unknown').length;
      if (refused > 0) log.warn({ campaignId: body.campaignId, refused }, 'codes could not be marked as assigned');
      return { results };
    },

    listHeldCodes: async ({ params: { marketId }, query: { after, limit } }) => {
      const cipher = await cipherOnce();
      const { codes, next } = await store.held(marketId, after ?? null, limit ?? 100);
      return { codes: codes.map((code) => ({ marketId, code: cipher.open(code), globalUserId: code.globalUserId })), next };
    },

    revokeCodes: async ({ body }) => ({ revoked: await store.revoke(await refs(body.codes), body.reason, clock.now()) }),

    eraseFan: async ({ params: { globalUserId }, body: { marketIds } }) => {
      let [revoked, forgotten] = [0, 0];
      for (const marketId of marketIds) {
        const changed = await store.forgetHolder(marketId, globalUserId, 'the fan was erased', clock.now());
        revoked += changed.revoked;
        forgotten += changed.forgotten;
      }
      return { revoked, forgotten };
    },

    redeemCodes: async ({ body }) => {
      const redemptions = (await refs(body.codes)).map(({ redeemedAt, ...ref }) => ({ ...ref, redeemedAt: Date.parse(redeemedAt) }));
      const states = await store.redeem(redemptions, clock.now());
      const refused = states.flatMap((state, index) => (state === 'REDEEMED' ? [] : [{ index, state }]));
      return { redeemed: states.length - refused.length, refused };
    },

    codeStats: async ({ params: { marketId } }) => {
      const counts = await store.counts(marketId, clock.now());
      return { imported: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
    },
  };
};

const refuseCode = (index: number): never => {
  throw new RegError('INPUT_INVALID', `codes[${index}] can be no access code: it is empty, too long, or has control characters. Nothing was imported.`, {
    detail: { index },
  });
};

const sealAll = async (cipher: CodeCipher, codes: readonly string[]): Promise<readonly SealedCode[]> => {
  const sealed: SealedCode[] = [];
  for (let start = 0; start < codes.length; start += SEALED_AT_ONCE) {
    if (start > 0) await nextTurn();
    sealed.push(...cipher.seal(codes.slice(start, start + SEALED_AT_ONCE)));
  }
  return sealed;
};

const openAll = async (cipher: CodeCipher, codes: readonly SealedCode[]): Promise<string[]> => {
  const opened: string[] = [];
  for (let start = 0; start < codes.length; start += SEALED_AT_ONCE) {
    if (start > 0) await nextTurn();
    opened.push(...codes.slice(start, start + SEALED_AT_ONCE).map(cipher.open));
  }
  return opened;
};
