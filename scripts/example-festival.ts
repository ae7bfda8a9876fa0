import { mkdirSync } from 'node:fs';
import { type Chance, createChance, inserted, person, type Row, write, writeCodes } from './example-files.ts';
import { type Homeland, homelands, messages } from './example-people.ts';

const EARLY = 700;
/** Of those of the early list: take their entry along; forget to ask for that. */
const MOVED = 560;
const FORGETFUL = 25;
const INVITED = 620;
const NOT_INVITED = 40;
const INVITED_WHO_STAY_AWAY = 60;
const WITHDRAW_FIRST = 70;
const WITHDRAW_SECOND = 25;
/** Of all who registered, as nobody knows yet who will have a code. */
const BUYERS = 900;
const SPARE_CODES = 30;
const FIRST_FAN = 700_001;

const DAYS = ['lakeside-fri', 'lakeside-sat', 'lakeside-sun', 'lakeside-all'] as const;

/** The lake is in three countries' reach; some come from farther away. */
const neighbours: readonly Homeland[] = homelands.map((homeland) => ({
  ...homeland,
  weight: { DE: 40, FR: 22, GB: 12, IE: 4, NL: 6, SE: 3 }[homeland.countryCode] ?? 0,
}));

const answers = (chance: Chance): Row => {
  const ranked = chance.shuffled(DAYS).slice(0, chance.pick([1, 2, 2, 3]));
  return {
    days: ranked.join('>'),
    tickets: String(chance.pick([1, 2, 2, 2, 3, 4])),
    needs: chance.happens(0.3) ? chance.pick(['tent', 'tent', 'van', 'tent|step-free', 'step-free', 'sign-language']) : '',
    byTrain: chance.pick(['true', 'true', 'false', '']),
    promoters: chance.happens(0.4) ? ranked.map((day) => (chance.happens(0.7) ? day : `${day}=false`)).join('|') : '',
    newsletter: chance.pick(['true', 'false', '']),
    terms: 'true',
    message: chance.happens(0.05) ? chance.pick(messages) : '',
    doTransfer: '',
  };
};

/** Ways to be refused, beside the gate's: what differs from a row that would be taken. */
const mistakes: readonly ((row: Row) => Row)[] = [
  (row) => ({ ...row, days: 'lakeside-fri>lakeside-mon' }),
  (row) => ({ ...row, days: DAYS.join('>') }),
  (row) => ({ ...row, tickets: '12' }),
  (row) => ({ ...row, terms: 'false' }),
  (row) => ({ ...row, needs: 'backstage' }),
  (row) => ({ ...row, promoters: 'lakeside-mon' }),
  (row) => ({ ...row, message: '!' }),
  (row) => ({ ...row, countryCode: 'FR', postalCode: '1234', phoneNumber: '' }),
  (row) => ({ ...row, countryCode: 'GB', postalCode: 'E2 8DP', phoneNumber: '07700 9' }),
  (row) => ({ ...row, email: (row.email ?? '').replace('@', ' at ') }),
];

/** The early list asks less. */
const forTheList = (row: Row): Row => ({
  ...Object.fromEntries(Object.entries(row).filter(([column]) => !['days', 'needs', 'byTrain', 'promoters', 'message', 'doTransfer'].includes(column))),
  list: 'lakeside-list',
});

/** What a fan of the early list said in January, and what the same fan says in February: no more than has to be said anew. */
const takenAlong = (row: Row): Row => ({ ...row, phoneNumber: '', postalCode: '', tickets: '', newsletter: '', terms: '', doTransfer: 'true' });

/** Makes everything of `examples/festival` but what is written by hand. */
export const makeFestival = (folder: string): void => {
  const chance = createChance(20270716);
  mkdirSync(`${folder}/codes`, { recursive: true });
  mkdirSync(`${folder}/pre-registration`, { recursive: true });
  let last = FIRST_FAN - 1;
  const people = (count: number, among = neighbours): readonly Row[] =>
    Array.from({ length: count }, () => {
      last += 1;
      return { ...person(chance, last, among), ...answers(chance) };
    });

  const early = people(EARLY);
  const careless = people(12).map((row, index) => ({ ...row, ...[{ terms: 'false' }, { tickets: '0' }, { postalCode: '' }][index % 3] }));
  write(`${folder}/pre-registration`, 'fans.csv', inserted(chance, early, careless).map(forTheList));

  const coming = early.slice(0, MOVED).map((row): Row => ({ ...takenAlong(row), tickets: chance.happens(0.2) ? (row.tickets ?? '') : '' }));
  const forgetful = early.slice(MOVED, MOVED + FORGETFUL).map((row) => ({ ...row, doTransfer: chance.pick(['', 'false']) }));
  const asMembers = (rows: readonly Row[]): readonly Row[] => rows.map((row) => ({ ...row, memberId: `L-${row.globalUserId?.slice(4)}` }));
  const invited = asMembers(people(INVITED));
  const absent = asMembers(people(INVITED_WHO_STAY_AWAY));
  const strangers = people(NOT_INVITED).map((row, index) => ({ ...row, memberId: index % 2 === 0 ? '' : `X-${row.globalUserId?.slice(4)}` }));
  const overseas = asMembers(
    people(
      15,
      homelands.filter(({ countryCode }) => countryCode === 'US').map((one) => ({ ...one, weight: 1 })),
    ),
  );
  const wrong = asMembers(people(mistakes.length * 3)).map((row, index) => mistakes[index % mistakes.length]?.(row) ?? row);
  const fans = [...coming, ...invited];
  const refused = [...forgetful, ...strangers, ...overseas, ...wrong];
  // Some think better of it.
  const again = chance
    .shuffled(invited)
    .slice(0, 15)
    .map((row) => ({ ...row, ...answers(chance) }));
  write(folder, 'fans.csv', [...inserted(chance, chance.shuffled(fans), refused), ...again]);
  write(
    folder,
    'invites.csv',
    chance.shuffled([...invited, ...absent, ...overseas, ...wrong]).map(({ memberId = '' }) => ({ memberId })),
  );

  // The ticket shop's loyalty programme knows every fan, and some who never came here; the faithful were on the early list.
  const loyal = new Set(coming.map(({ globalUserId }) => globalUserId));
  const unheardOf = Array.from({ length: 80 }, (_, index) => ({ globalUserId: `fan-${760_001 + index}` }));
  write(
    folder,
    'scores.csv',
    chance.shuffled([...fans, ...unheardOf]).map(({ globalUserId = '' }) => ({
      globalUserId,
      score: String(chance.happens(0.04) ? chance.below(30) : 30 + chance.below(loyal.has(globalUserId) ? 971 : 700)),
    })),
  );

  const leaving = chance.shuffled(fans).slice(0, WITHDRAW_FIRST + WITHDRAW_SECOND);
  write(
    folder,
    'withdrawals.csv',
    leaving.map(({ globalUserId = '' }, index) => ({ globalUserId, draw: index < WITHDRAW_FIRST ? '1' : '2' })),
  );
  write(
    folder,
    'redemptions.csv',
    chance
      .shuffled(fans)
      .slice(0, BUYERS)
      .map(({ globalUserId = '' }) => ({
        globalUserId,
        redeemedAt: new Date(Date.UTC(2027, 2, 20, 11) + chance.below(40 * 3600) * 1000).toISOString().replace('.000Z', 'Z'),
      })),
  );
  // With those of the second draw, and for who moves up in the place of who withdrew.
  writeCodes(folder, 'lakeside-fri', 260 + SPARE_CODES, chance);
  writeCodes(folder, 'lakeside-sat', 310 + SPARE_CODES, chance);
  writeCodes(folder, 'lakeside-sun', 160 + SPARE_CODES, chance);
};
