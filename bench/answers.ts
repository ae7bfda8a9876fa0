import { campaignServed } from '../src/generated/served/campaign.ts';
import { codeServed } from '../src/generated/served/code.ts';
import { entryServed } from '../src/generated/served/entry.ts';
import type { ServedOperation } from '../src/services/served-contract.ts';
import { alternate } from './measure.ts';

/**
 * `node bench/answers.ts`: the processor time of holding an answer against its contract, beside that of writing it as JSON,
 * which the service does anyway, and of reading it, which its caller does. What docs/decisions/0047 rests on.
 */
const ROUNDS = 9;
/** Long enough for a clock of microseconds, short enough for a round of each to see the same machine. */
const ROUND_SECONDS = 0.1;

const many = <T>(count: number, one: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => one(index));
const at = '2027-02-01T10:00:00.000Z';
const fan = (index: number): string => `fan-${String(index).padStart(8, '0')}-0192f0c4`;
const entry = (index: number) => ({
  campaignId: 'summer-tour',
  globalUserId: fan(index),
  entry: { markets: ['london-1', 'paris-1'], tickets: 2, newsletter: true, phone: '+442079460018' },
  verdict: 'WINNER',
  accessCode: 'ABCDEFGHJKMNPQ',
  selection: { drawId: 'summer-tour/1', position: index + 1, marketId: 'london-1', waitlist: [{ marketId: 'paris-1', place: 3 }] },
  version: 3,
  createdAt: at,
  updatedAt: at,
  fanModifiedAt: at,
  score: 500,
});

const answers: readonly (readonly [string, ServedOperation | undefined, unknown])[] = [
  [
    'upsertEntries of 25',
    entryServed.operations.upsertEntries,
    { results: many(25, (index) => ({ globalUserId: fan(index), campaignId: 'summer-tour', outcome: 'applied', scored: true })) },
  ],
  ['getEntries of 100', entryServed.operations.getEntries, { entries: many(100, entry) }],
  ['listEntries of 1,000', entryServed.operations.listEntries, { entries: many(1000, entry), next: fan(999) }],
  ['assignCodes of 25', entryServed.operations.assignCodes, { results: many(25, (index) => ({ globalUserId: fan(index), outcome: 'assigned' })) }],
  ['checkInvite', entryServed.operations.checkInvite, { invited: true }],
  [
    'getDrawResults of 5,000',
    campaignServed.operations.getDrawResults,
    {
      results: many(5000, (index) => ({
        position: index + 1,
        globalUserId: fan(index),
        verdict: 'WAITLIST',
        marketId: null,
        waitlist: [{ marketId: 'paris-1', place: index + 1 }],
      })),
      next: 5000,
    },
  ],
  [
    'reserveCodes of 20,000',
    codeServed.operations.reserveCodes,
    { reservationId: 'r', codes: many(20_000, (index) => `ABCDEFGHJ${10_000 + index}`), shortfall: 0, expiresAt: at },
  ],
  [
    'listHeldCodes of 1,000',
    codeServed.operations.listHeldCodes,
    { codes: many(1000, (index) => ({ marketId: 'london-1', code: 'ABCDEFGHJKMNPQ', globalUserId: fan(index) })), next: null },
  ],
];

/** Microseconds of processor time a call. */
const processorTimeOf = async (work: () => unknown): Promise<number> => {
  const until = performance.now() + ROUND_SECONDS * 1000;
  const before = process.cpuUsage();
  let calls = 0;
  do {
    work();
    calls += 1;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
};

for (const [name, operation, answer] of answers) {
  if (operation === undefined || !operation.checkAnswer(answer)) throw new Error(`${name}: ${JSON.stringify(operation?.checkAnswer.errors)}`);
  const text = operation.serialise(answer);
  const written = await alternate(
    ROUNDS,
    () => processorTimeOf(() => operation.serialise(answer)),
    () => processorTimeOf(() => operation.checkAnswer(answer)),
  );
  const read = await alternate(
    ROUNDS,
    () => processorTimeOf(() => JSON.parse(text)),
    () => processorTimeOf(() => operation.checkAnswer(answer)),
  );
  const figures = [written.ours.median, written.floor.median, read.floor.median, written.ratio.median, read.ratio.median];
  process.stdout.write(`${name.padEnd(26)}${figures.map((figure) => figure.toPrecision(3).padStart(10)).join('')}\n`);
}
