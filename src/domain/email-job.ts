import type { Verdict } from './entry.ts';

/** What a mail is about: the presale that comes, a registration that was taken, what the draw said. */
export type MailTemplate = 'reminder' | 'receipt' | 'result';

/** Tells one mail from every other: there is at most one job per key, ever. */
export interface EmailJobKey {
  readonly campaignId: string;
  /** The market that was won; null where the mail is about the campaign as a whole. */
  readonly marketId: string | null;
  readonly globalUserId: string;
  readonly template: MailTemplate;
  /**
   * Tells two mails of one template apart. Of a reminder the instant it fell due, of a receipt the `createdAt` of the
   * entry's life, of a result `resultOccurrence`.
   */
  readonly occurrence: string;
}

/** What a fan can be told of a draw. */
export type ToldVerdict = Exclude<Verdict, 'PENDING'>;

const VERDICTS: readonly string[] = ['WINNER', 'WAITLIST', 'LOSER'] satisfies readonly ToldVerdict[];

/** Each draw tells a fan each verdict once: who waits is told so, and told again when a place was won. */
export const resultOccurrence = (drawId: string, verdict: ToldVerdict): string => `${drawId}/${verdict}`;

/** The draw and verdict that a result is about; null for a text that `resultOccurrence` did not make. */
export const resultOf = (occurrence: string): { readonly drawId: string; readonly verdict: ToldVerdict } | null => {
  const end = occurrence.lastIndexOf('/');
  const verdict = occurrence.slice(end + 1);
  return end < 1 || !VERDICTS.includes(verdict) ? null : { drawId: occurrence.slice(0, end), verdict: verdict as ToldVerdict };
};

/** Of all mails that are due, those of the first lane go first, whatever waits in the others. */
export const MAIL_LANES = [0, 1, 2] as const;
export type MailLane = (typeof MAIL_LANES)[number];

/**
 * First what a fan has to act upon before the presale is over, reminders and what winners are told; then receipts; last
 * what those are told who won nothing, as that is most mails of all and none of them is worth less in an hour.
 */
export const mailLaneOf = ({ template, marketId }: Pick<EmailJobKey, 'template' | 'marketId'>): MailLane =>
  template === 'receipt' ? 1 : template === 'result' && marketId === null ? 2 : 0;
