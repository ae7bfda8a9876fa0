import { expect, test } from 'vitest';
import { kafka } from '../../scripts/plugs/kafka.ts';
import { mongo } from '../../scripts/plugs/mongo.ts';
import { redis } from '../../scripts/plugs/redis.ts';
import { runPlug } from '../../scripts/plugs/run.ts';

/** The runs of `npm run plugs`, which docs/operations.md has in full, in small. */
test.each([
  [kafka, 'killed'],
  [mongo, 'killed'],
  [redis, 'paused'],
] as const)(
  'nothing that was acknowledged is lost while a server is away: $0.name $1',
  async (plug, fault) => {
    const seen = await runPlug({ plug, fault, fans: 400, perSecond: 100, outageMs: 2_000 });
    expect(seen).toMatchObject({ crowd: { registered: 400, askedAgain: 0 }, deadLetters: {}, missing: { entries: 0, records: 0 } });
  },
  180_000,
);
