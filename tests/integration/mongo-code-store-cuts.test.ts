import { createMongoCodeStore } from '../../src/adapters/mongo/mongo-code-store.ts';
import type { MongoConnection } from '../../src/adapters/mongo/mongo-connection.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type CutSubject, describeCodeStoreCuts } from './code-store-cuts.ts';
import { createLaterClock } from './later-clock.ts';
import { createMongoInFront, createPausedMongo } from './mongo-in-front.ts';
import { createMongoSubject } from './mongo-subject.ts';

const storeOf = (mongo: MongoConnection, clock = createLaterClock()) => createMongoCodeStore({ mongo, clock, random: createSystemRandom(clock) });

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
      const paused = await createPausedMongo(subject, ({ name, command }) => name === 'update' && command.update === 'codes');
      return { ...paused, store: storeOf(paused.mongo) };
    },
    patient: (count) => {
      const clock = createSystemClock();
      return Array.from({ length: count }, () => storeOf(subject.connect(), clock));
    },
  };
};

describeCodeStoreCuts('MongoDB', open, { reservation: 14, givingBack: 20, add: 3, addOnce: 8 });
