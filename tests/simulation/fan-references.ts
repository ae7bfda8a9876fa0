import { fanReference, referenceKeyName } from '../../src/domain/fan-reference.ts';
import { SLUG } from './campaign.ts';
import type { World } from './world.ts';

/** The fans whose reference is in the published list of entrants. */
export const readFanReferences = async ({ files, fans, secrets }: World): Promise<ReadonlySet<string>> => {
  let text = '';
  for await (const chunk of files.read(`draws/${SLUG}/1/entrants.csv`)) text += chunk;
  const references = new Set(text.split('\n').map((line) => line.split(',')[0]));
  const key = await secrets.get(referenceKeyName(SLUG));
  return new Set(fans.filter(({ globalUserId }) => references.has(fanReference(key, globalUserId))).map(({ globalUserId }) => globalUserId));
};
