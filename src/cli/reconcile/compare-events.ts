import { pagesOf } from '../../services/contract.ts';
import type { Connection } from '../connection.ts';
import { createFindings, type Findings } from './findings.ts';

const PAGE = 1000;

interface RegistrationValue {
  readonly campaignId?: unknown;
  readonly globalUserId?: unknown;
  readonly version?: unknown;
  readonly isDeleted?: unknown;
}

/** What the event log said last of a fan. */
interface Last {
  readonly version: number;
  readonly isDeleted: boolean;
}

/**
 * Compares the published registrations with the entries: the version that each entry has was published, a fan's
 * records come in order, and who has none any more was published as gone.
 */
export const compareEvents = async (
  { operator }: Connection,
  topic: string,
  campaignId: string,
  versions: ReadonlyMap<string, number>,
  left: ReadonlySet<string>,
): Promise<Findings> => {
  const findings = createFindings();
  const last = new Map<string, Last>();
  for await (const { events } of pagesOf(operator.events, { params: { topic }, query: { limit: PAGE } })) {
    for (const { value } of events) {
      const { campaignId: of, globalUserId, version, isDeleted } = value as RegistrationValue;
      if (of !== campaignId || typeof globalUserId !== 'string' || typeof version !== 'number') continue;
      last.set(globalUserId, { version: Math.max(version, last.get(globalUserId)?.version ?? 0), isDeleted: isDeleted === true });
    }
  }

  for (const [fan, version] of versions) {
    const published = last.get(fan);
    if (published === undefined) findings.add(`fan ${fan}: has an entry that was never published`, fan);
    else if (published.isDeleted) findings.add(`fan ${fan}: has an entry and was published as gone`, fan);
    else if (published.version !== version)
      findings.add(`fan ${fan}: has version ${version}, and version ${published.version} is the last that was published`, fan);
  }
  for (const [fan, { isDeleted }] of last) {
    if (!isDeleted && !versions.has(fan)) findings.add(`fan ${fan}: has no entry and was not published as gone`, fan);
  }
  for (const fan of left) {
    if (!versions.has(fan) && !last.has(fan)) findings.add(`fan ${fan}: has left, which was not published`);
  }
  return findings;
};
