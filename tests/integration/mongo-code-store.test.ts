import { describe, expect, test } from 'vitest';
import { createMongoCodeStore } from '../../src/adapters/mongo/mongo-code-store.ts';
import type { MongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { sealedCode } from '../contract/code-store.contract.ts';
import { createLaterClock } from './later-clock.ts';
import { createMongoInFront, createPausedMongo, type PassingCommand } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

const NOW = Date.UTC(2027, 1, 9);
/** A store of a process that believes that nobody has a turn any more. */
const storeOf = (mongo: MongoConnection) => {
  const clock = createLaterClock();
  return createMongoCodeStore({ mongo, clock, random: createSystemRandom(clock) });
};
const codesOf = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => sealedCode(`${prefix}-${n}`));
const ref = (code: string) => ({ marketId: 'london-1', lookup: sealedCode(code).lookup });
const reservation = (idempotencyKey: string, count: number) => ({
  campaignId: 'summer-tour',
  marketId: 'london-1',
  idempotencyKey,
  count,
  now: NOW,
  reservationId: `reservation-${idempotencyKey}`,
});
const writesTo =
  (collection: string) =>
  ({ command }: PassingCommand): boolean =>
    command.update === collection;
const open = async () => {
  const subject = await createMongoSubject();
  return { subject, store: storeOf(subject.mongo) };
};

describe('codes on MongoDB', { timeout: 120_000 }, () => {
  test('25 holders are a read and a write, and a reservation of 500 codes is eight commands', async () => {
    const { subject, store } = await open();
    await store.add('london-1', codesOf('a', 600));
    const front = await createMongoInFront(subject, () => 'answered');
    const counted = storeOf(front.mongo);
    expect(await counted.reserve(reservation('k', 500))).toMatchObject({ outcome: 'reserved' });
    expect(front.sent()).toBe(8);
    await counted.markAssigned(
      codesOf('a', 25).map(({ lookup }, n) => ({ marketId: 'london-1', lookup, globalUserId: `fan-${n}` })),
      NOW,
    );
    expect(front.sent()).toBe(10);
    await front.close();
  });

  test('of codes that are changed together each counts once, also where others came between for some', async () => {
    const { subject, store } = await open();
    await store.add('london-1', codesOf('a', 4));
    const revoking = await createPausedMongo(subject, writesTo('codes'));
    const revoked = storeOf(revoking.mongo).revoke([ref('a-0'), ref('a-1')], 'withdrawn', NOW);
    await revoking.standsStill;
    const assigning = await createPausedMongo(subject, writesTo('codes'));
    const holdings = ['a-1', 'a-2', 'a-3'].map((code) => ({ ...ref(code), globalUserId: 'fan-1' }));
    const assigned = storeOf(assigning.mongo).markAssigned(holdings, NOW);
    await assigning.standsStill;
    await store.markAssigned([{ ...ref('a-1'), globalUserId: 'fan-2' }], NOW);
    revoking.goOn();
    expect(await revoked).toBe(2);
    assigning.goOn();
    expect(await assigned).toEqual(['refused', 'assigned', 'assigned']);
    expect(await store.counts('london-1', NOW)).toEqual({ available: 0, reserved: 0, assigned: 2, redeemed: 0, revoked: 2 });
    await Promise.all([revoking.close(), assigning.close()]);
  });

  test('a reservation that takes several commands is gone on with between them, and so is giving it back', async () => {
    const { subject, store } = await open();
    await store.add('london-1', codesOf('a', 1_005));
    const endsAtSecond = async () => {
      let writes = 0;
      const front = await createMongoInFront(subject, (command) => {
        if (writesTo('codes')(command)) writes += 1;
        return writes < 2 ? 'answered' : 'refused';
      });
      await expect(storeOf(front.mongo).reserve(reservation('k', 1_005))).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
      await front.close();
    };
    await endsAtSecond();
    expect(await store.counts('london-1', NOW)).toMatchObject({ available: 5, reserved: 1_000 });
    expect(await storeOf(subject.mongo).reserve(reservation('other', 6))).toEqual({ outcome: 'short', shortfall: 1 });
    await store.revoke([ref('a-1004')], 'withdrawn', NOW);
    await storeOf(subject.mongo).reserve(reservation('other', 4));
    expect(await storeOf(subject.mongo).reserve(reservation('k', 1_005))).toEqual({ outcome: 'short', shortfall: 5 });
    expect(await store.counts('london-1', NOW)).toMatchObject({ available: 1_000, reserved: 4, revoked: 1 });
    await store.add('london-1', codesOf('b', 5));
    await endsAtSecond();
    const whole = await storeOf(subject.mongo).reserve(reservation('k', 1_005));
    expect(whole.outcome === 'reserved' ? new Set(whole.codes.map(({ sealed }) => new TextDecoder().decode(sealed))).size : 0).toBe(1_005);
    expect(await store.counts('london-1', NOW)).toMatchObject({ available: 0, reserved: 1_009, revoked: 1 });
  });

  test('a process that was about to say that its reservation is whole says so no more when another gave its codes back', async () => {
    const { subject, store } = await open();
    await store.add('london-1', codesOf('a', 3));
    const slow = await createPausedMongo(subject, writesTo('codeReservations'));
    const late = storeOf(slow.mongo).reserve(reservation('k', 3));
    await slow.standsStill;
    await store.revoke([ref('a-1')], 'withdrawn', NOW);
    expect(await storeOf(subject.mongo).reserve(reservation('k', 3))).toEqual({ outcome: 'short', shortfall: 1 });
    slow.goOn();
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await store.counts('london-1', NOW)).toMatchObject({ available: 2, reserved: 0, revoked: 1 });
    await slow.close();
  });

  test('a process that stood still while it gave codes back takes none from those who reserved them since', async () => {
    const { subject, store } = await open();
    await store.add('london-1', codesOf('a', 2));
    // It takes both codes and ends, and one of them is revoked: the next has to give the other back.
    const ended = await createMongoInFront(subject, ({ command }) => (command.update === 'codeReservations' ? 'refused' : 'answered'));
    await expect(storeOf(ended.mongo).reserve(reservation('k', 2))).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await store.revoke([ref('a-0')], 'withdrawn', NOW);
    const slow = await createPausedMongo(subject, writesTo('codes'));
    const late = storeOf(slow.mongo).reserve(reservation('k', 2));
    await slow.standsStill;
    await store.add('london-1', codesOf('b', 1));
    const again = await storeOf(subject.mongo).reserve(reservation('k', 2));
    expect(again).toMatchObject({ outcome: 'reserved' });
    slow.goOn();
    expect(await late).toEqual({ outcome: 'short', shortfall: 1 });
    expect(await store.counts('london-1', NOW)).toMatchObject({ available: 0, reserved: 2 });
    expect(await storeOf(subject.mongo).reserve(reservation('k', 2))).toEqual(again);
    await Promise.all([ended.close(), slow.close()]);
  });

  test('a part that two processes add at once, each with other codes, has its codes once, and those that were duplicates not at all', async () => {
    const { subject, store } = await open();
    await store.add('paris-1', [sealedCode('known')]);
    const part = { idempotencyKey: 'k', part: 0, total: 20 };
    const slow = await createPausedMongo(subject, writesTo('codes'));
    const late = storeOf(slow.mongo).addOnce('london-1', part, codesOf('late', 20));
    await slow.standsStill;
    expect(await store.addOnce('london-1', part, [sealedCode('known'), ...codesOf('a', 18), sealedCode('a-0')])).toEqual({ added: 18 });
    slow.goOn();
    expect(await late).toEqual({ added: 18 });
    expect(await store.addOnce('london-1', part, codesOf('b', 20))).toEqual({ added: 18 });
    expect(await store.counts('london-1', NOW)).toEqual({ available: 18, reserved: 0, assigned: 0, redeemed: 0, revoked: 0 });
    await slow.close();
  });
});
