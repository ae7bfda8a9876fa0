import type { ScoreSubject } from '../../ports/entry-store.ts';

/** Where scores come from: a loyalty programme, a fraud check. Those that an operator imports stand before it. */
export interface ScoreProvider {
  /**
   * A score for each, from 0 to 1000, in the order given; null where it failed. One that throws has failed for all:
   * the entries are stored all the same, and their scores asked for again later.
   */
  score(entries: readonly ScoreSubject[]): Promise<readonly (number | null)[]>;
}

const MEMBER_SCORE = 1000;

/** The built-in one knows nothing of fans but whether they are members: 1000 for those with a member id, 0 for all others. */
export const createMembershipScores = (): ScoreProvider => ({
  score: async (entries) => entries.map(({ memberId }) => (memberId === undefined || memberId === '' ? 0 : MEMBER_SCORE)),
});
