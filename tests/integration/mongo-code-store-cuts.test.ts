import { createMongoCodeStore } from '../../src/adapters/mongo/mongo-code-store.ts';
import type { MongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type CutSubject, describeCodeStoreCuts } from './code-store-cuts.ts';
import { createLaterClock } from './later-clock.ts';
import { createMongoInFront, type Passing } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

const storeOf = (mongo: MongoConnection, clock = createLaterClock()) => createMongoCodeStore({ mongo, clock, random: createSystemRandom(clock) });

/** The third update of a reservation, behind the two that take the turn, takes codes. */
const TAKES_CODES = 3;

const open = async (): Promise<CutSubject> => {
  const subject = await createMongoSubject();
  return {
    living: () => storeOf(subject.mongo),
    ending: async ({ at, when }) => {
      const last = when === 'before' ? 'refused' : 'answer lost';
      const front = await createMongoInFront(subject, ({ number }) => (number < at ? 'answered' : number === at ? last : 'refused'));
      return { store: () => storeOf(front.mongo), sent: front.sent, close: front.close };
    },
    standingStill: async () => {
      const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let updates = 0;
      const front = await createMongoInFront(subject, async ({ name }): Promise<Passing> => {
        if (name === 'update') updates += 1;
        if (updates === TAKES_CODES) {
          reached.resolve();
          await released.promise;
        }
        return 'answered';
      });
      return { store: storeOf(front.mongo), standsStill: reached.promise, goOn: released.resolve, close: front.close };
    },
    patient: (count) => {
      const clock = createSystemClock();
      return Array.from({ length: count }, () => storeOf(subject.connect(), clock));
    },
  };
};

describeCodeStoreCuts('MongoDB', open, { reservation: 14, givingBack: 20, add: 3, addOnce: 8 });
