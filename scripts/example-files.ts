import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { makeAccessCodes } from '../src/domain/access-code.ts';
import { type Homeland, homelands } from './example-people.ts';

/** A row of a file, by column. */
export type Row = Readonly<Record<string, string>>;

/** Uniform in `[0, 1)`, the same sequence for the same seed (mulberry32). */
const createFraction = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Everything by lot that an example is made of: the same for the same seed. */
export const createChance = (seed: number) => {
  const fraction = createFraction(seed);
  const below = (count: number): number => Math.floor(fraction() * count);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
    }
    return mixed;
  };
  const filled = (pattern: string): string => pattern.replaceAll('#', () => String(below(10))).replaceAll('@', () => pick([...'ABDEFGHJLNPQRSTUWXYZ']));
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => below(256));
  return { below, pick, shuffled, filled, bytes, happens: (share: number): boolean => fraction() < share };
};
export type Chance = ReturnType<typeof createChance>;

const fanId = (number: number): string => `fan-${String(number).padStart(6, '0')}`;

const homelandOf = ({ pick }: Chance, among: readonly Homeland[]): Homeland =>
  pick(among.flatMap((homeland) => Array<Homeland>(homeland.weight).fill(homeland)));

/** The letters that mail servers everywhere take. */
const mailName = (name: string): string =>
  name
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

/** The fixed columns of a fan. */
export const person = (chance: Chance, number: number, among: readonly Homeland[] = homelands): Row => {
  const { countryCode, locales, firstNames, lastNames, postalCodes, phoneNumbers } = homelandOf(chance, among);
  const [firstName, lastName] = [chance.pick(firstNames), chance.pick(lastNames)];
  const email = `${mailName(firstName)}.${mailName(lastName)}.${number}@example.${chance.pick(['org', 'com'])}`;
  return {
    globalUserId: fanId(number),
    email: chance.happens(0.05) ? email.toUpperCase() : email,
    phoneNumber: phoneNumbers.length > 0 && chance.happens(0.8) ? chance.filled(chance.pick(phoneNumbers)) : '',
    firstName,
    lastName,
    postalCode: chance.filled(chance.pick(postalCodes)),
    countryCode,
    locale: chance.pick(locales),
    memberId: chance.happens(0.2) ? `M-${100_000 + number}` : '',
  };
};

/** `items` with `extra` at places of their own among them. */
export const inserted = <T>({ below }: Chance, items: readonly T[], extra: readonly T[]): readonly T[] => {
  const all = [...items];
  for (const item of extra) all.splice(below(all.length + 1), 0, item);
  return all;
};

export const write = (folder: string, name: string, rows: readonly Row[]): void => writeFileSync(`${folder}/${name}`, stringify([...rows], { header: true }));

export const writeCodes = (folder: string, marketId: string, count: number, { bytes }: Chance): void => {
  const codes = makeAccessCodes(count, bytes);
  write(
    `${folder}/codes`,
    `${marketId}.csv`,
    codes.map((accessCode) => ({ accessCode })),
  );
};
