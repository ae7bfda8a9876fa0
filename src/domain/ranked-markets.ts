import type { Campaign } from './campaign.ts';
import type { EntryFields } from './entry.ts';

/** The markets a fan ranked, favourite first: the answer to the campaign's preference of that type; empty where it asks for none. */
export const rankedMarketsIn = ({ preferences }: Pick<Campaign, 'preferences'>, fields: EntryFields): readonly string[] => {
  const preference = preferences.find(({ type }) => type === 'markets');
  const value = preference === undefined ? undefined : fields[preference.key];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
