import { mkdirSync } from 'node:fs';
import { makeFestival } from './example-festival.ts';
import { type Chance, createChance, inserted, person, type Row, write, writeCodes } from './example-files.ts';
import { homelands, messages } from './example-people.ts';

/**
 * Makes the fans, codes, invites and other lists of `examples/`: the same bytes at every run. The campaign files beside
 * them are written by hand. Run it from the root: `node scripts/make-examples.ts [folder]`; default `examples`.
 */

const SUMMER_TOUR_FANS = 2_000;
const INVITED = 180;
const NOT_INVITED = 20;
const INVITED_WHO_STAY_AWAY = 25;
const WITHDRAWALS = 40;
const SPARE_CODES = 25;

/** What a fan of the summer tour answers. */
const answers = (chance: Chance, countryCode: string): Row => {
  const home: Readonly<Record<string, string>> = { GB: 'london-1', FR: 'paris-1', DE: 'berlin-1', IE: 'dublin-1' };
  const others = chance.shuffled(['london-1', 'paris-1', 'berlin-1', 'dublin-1']);
  const favourite = home[countryCode] ?? chance.pick(['london-1', 'london-1', 'paris-1', 'berlin-1']);
  const ranked = [favourite, ...others.filter((id) => id !== favourite)].slice(0, chance.pick([1, 1, 1, 2, 2, 3]));
  return {
    markets: ranked.join('>'),
    tickets: String(chance.pick([1, 2, 2, 2, 3, 4, 4])),
    access: chance.happens(0.04) ? chance.pick(['wheelchair', 'step-free', 'wheelchair|companion', 'hearing-loop']) : '',
    firstTime: String(chance.happens(0.4)),
    newsletter: chance.pick(['true', 'false', '']),
    terms: 'true',
    message: chance.happens(0.05) ? chance.pick(messages) : '',
  };
};

/** Ways to be refused: what differs from a row that would be taken. */
const mistakes: readonly (readonly [times: number, change: (row: Row) => Row])[] = [
  [3, (row) => ({ ...row, email: (row.email ?? '').replace('@', ' at ') })],
  [2, (row) => ({ ...row, email: `${row.globalUserId}@localhost` })],
  [3, (row) => ({ ...row, markets: 'london-1>madrid-1' })],
  [2, (row) => ({ ...row, markets: 'london-1>paris-1>berlin-1>dublin-1' })],
  [2, (row) => ({ ...row, markets: 'paris-1>paris-1' })],
  [2, (row) => ({ ...row, markets: '' })],
  [3, (row) => ({ ...row, tickets: '9' })],
  [1, (row) => ({ ...row, tickets: '0' })],
  [2, (row) => ({ ...row, tickets: 'two' })],
  [2, (row) => ({ ...row, terms: 'false' })],
  [2, (row) => ({ ...row, terms: '' })],
  [2, (row) => ({ ...row, firstTime: 'maybe' })],
  [3, (row) => ({ ...row, countryCode: 'DE', postalCode: '1011' })],
  [2, (row) => ({ ...row, postalCode: '' })],
  [2, (row) => ({ ...row, countryCode: 'GB', postalCode: 'E2 8DP', phoneNumber: '07700 9' })],
  [1, (row) => ({ ...row, access: 'backstage' })],
  [1, (row) => ({ ...row, message: 'la '.repeat(60) })],
  [1, (row) => ({ ...row, message: `ring the bell \u0007` })],
  [2, (row) => ({ ...row, lastName: '' })],
  [1, (row) => ({ ...row, countryCode: 'UK', postalCode: 'E2 8DP', phoneNumber: '' })],
  [4, (row) => ({ ...row, countryCode: 'CA', postalCode: 'H2X 1Y4', phoneNumber: '', locale: 'fr-CA' })],
];

const makeSummerTour = (folder: string): void => {
  const chance = createChance(20270201);
  mkdirSync(`${folder}/codes`, { recursive: true });
  const row = (number: number): Row => {
    const fixed = person(chance, number);
    return { ...fixed, ...answers(chance, fixed.countryCode ?? '') };
  };
  const fans = Array.from({ length: SUMMER_TOUR_FANS }, (_, index) => row(index + 1));
  const refused = mistakes
    .flatMap(([times, change]) => Array.from({ length: times }, () => change))
    .map((change, index) => change(row(SUMMER_TOUR_FANS + index + 1)));
  // Some come back and change their minds, a few send the same twice.
  const again = Array.from({ length: 20 }, (_, index) => {
    const fan = chance.pick(fans);
    return index < 15 ? { ...fan, ...answers(chance, fan.countryCode ?? '') } : fan;
  });
  write(folder, 'fans.csv', [...inserted(chance, fans, refused), ...again]);
  write(
    folder,
    'withdrawals.csv',
    chance
      .shuffled(fans)
      .slice(0, WITHDRAWALS)
      .map(({ globalUserId = '' }) => ({ globalUserId })),
  );
  writeCodes(folder, 'london-1', 300 + SPARE_CODES, chance);
  writeCodes(folder, 'paris-1', 220 + SPARE_CODES, chance);
  writeCodes(folder, 'berlin-1', 180 + SPARE_CODES, chance);
};

const makeInviteOnly = (folder: string): void => {
  const chance = createChance(20270301);
  mkdirSync(`${folder}/codes`, { recursive: true });
  const bilingual = homelands
    .filter(({ countryCode }) => countryCode === 'FR' || countryCode === 'GB' || countryCode === 'IE')
    .map((homeland) => ({ ...homeland, weight: homeland.countryCode === 'FR' ? 3 : 1 }));
  const people = Array.from({ length: INVITED + NOT_INVITED + INVITED_WHO_STAY_AWAY }, (_, index) => person(chance, 500_001 + index, bilingual));
  const invited = people.slice(0, INVITED);
  const strangers = people.slice(INVITED, INVITED + NOT_INVITED);
  const absent = people.slice(INVITED + NOT_INVITED);
  const fans = chance.shuffled([...invited, ...strangers]).map((fan) => ({
    ...fan,
    markets: chance.pick(['salon-paris', 'salon-london', 'salon-paris>salon-london', 'salon-london>salon-paris']),
    tickets: chance.pick(['1', '2']),
    diet: chance.pick(['', '', 'vegetarian', 'vegan', 'vegetarian|gluten-free']),
  }));
  write(folder, 'fans.csv', fans);
  write(
    folder,
    'invites.csv',
    chance.shuffled([...invited, ...absent]).map(({ email = '' }) => ({ email: chance.happens(0.1) ? email.toUpperCase() : email })),
  );
  writeCodes(folder, 'salon-paris', 60 + SPARE_CODES, chance);
  writeCodes(folder, 'salon-london', 40 + SPARE_CODES, chance);
};

const target = process.argv[2] ?? 'examples';
makeSummerTour(`${target}/summer-tour`);
makeInviteOnly(`${target}/invite-only`);
makeFestival(`${target}/festival`);
