import type { PreferenceType } from '../domain/campaign.ts';
import { PROOF_FIELD } from '../domain/identity-proof.ts';
import type { CsvColumns, CsvRecord } from './csv-file.ts';

/** What a campaign asks, as far as a file of fans has to know it. */
export interface AskedPreference {
  readonly key: string;
  readonly type: PreferenceType;
  readonly is_optional: boolean | null;
}

/** A row as the front door takes it. */
export interface RegistrationInput {
  readonly slug: string;
  /** JSON text. */
  readonly entry: string;
  readonly userInfo: Readonly<Record<string, string>>;
  readonly doTransfer?: true;
}

const USER_COLUMNS = ['globalUserId', 'email', 'phoneNumber', 'firstName', 'lastName', 'postalCode', 'countryCode', 'locale', 'memberId'] as const;
/** What a gate asks for beside the fan's answers: a proof of identity, and whether a linked entry is to be transferred. */
const GATE_COLUMNS = [PROOF_FIELD, 'doTransfer'] as const;
const REQUIRED_COLUMNS = ['globalUserId', 'email', 'firstName', 'lastName'] as const;
const FIXED: ReadonlySet<string> = new Set(USER_COLUMNS);

/** The columns of `fans.csv` for a campaign: those of a fan, those of its gate, and one for each preference. */
export const fansColumns = (preferences: readonly AskedPreference[]): CsvColumns => ({
  required: [...new Set([...REQUIRED_COLUMNS, ...preferences.filter(({ is_optional }) => is_optional !== true).map(({ key }) => key)])],
  known: [...USER_COLUMNS, ...GATE_COLUMNS, ...preferences.map(({ key }) => key)],
});

/**
 * Makes a row what a fan would have sent. Nothing is judged here: what is no number or no `true` goes as it is,
 * so that the rules refuse it and name the field. An empty cell is no answer.
 */
export const compileFanRow = (slug: string, preferences: readonly AskedPreference[]): ((record: CsvRecord) => RegistrationInput) => {
  const readers = preferences.map(({ key, type }) => ({ key, read: FIXED.has(key) ? asText : readerOf(type) }));
  return ({ values }) => {
    const userInfo: Record<string, string> = {};
    for (const column of USER_COLUMNS) {
      const value = values[column];
      if (value !== undefined && value !== '') userInfo[column] = value;
    }
    const entry: Record<string, unknown> = {};
    const proof = values[PROOF_FIELD];
    if (proof !== undefined && proof !== '') entry[PROOF_FIELD] = proof;
    for (const { key, read } of readers) {
      const value = values[key];
      if (value !== undefined && value !== '') entry[key] = read(value);
    }
    return { slug, entry: JSON.stringify(entry), userInfo, ...(asBoolean(values.doTransfer ?? '') === true && { doTransfer: true }) };
  };
};

const asText = (cell: string): string => cell;
const asNumber = (cell: string): number | string => (/^\s*-?\d{1,15}\s*$/.test(cell) ? Number(cell) : cell);

const asBoolean = (cell: string): boolean | string => {
  const word = cell.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : cell;
};

const asList =
  (separator: string) =>
  (cell: string): readonly string[] =>
    cell.split(separator).map((item) => item.trim());

/** `london-1|paris-1` says yes to both promoters; `london-1=false` says no. */
const asAnswers = (cell: string): Readonly<Record<string, boolean | string>> =>
  Object.fromEntries(
    asList('|')(cell).map((item) => {
      const at = item.indexOf('=');
      return at === -1 ? [item, true] : [item.slice(0, at), asBoolean(item.slice(at + 1))];
    }),
  );

const readerOf = (type: PreferenceType): ((cell: string) => unknown) => {
  switch (type) {
    case 'markets':
      return asList('>');
    case 'checklist':
      return asList('|');
    case 'promoterOptIns':
      return asAnswers;
    case 'ticket_count':
      return asNumber;
    case 'opt_in':
    case 'boolean_select':
      return asBoolean;
    default:
      return asText;
  }
};
