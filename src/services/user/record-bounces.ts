import { normaliseEmail } from '../../domain/email-address.ts';
import type { Log } from '../../log.ts';
import type { UserStore } from '../../ports/user-store.ts';
import type { Bounce } from './contract.ts';
import type { NameAddress } from './mail/address-names.ts';

/**
 * Statuses that are about the address: it is not there, or its mailbox takes no mail (RFC 3463, 3.2 and 3.3); 5.0.0 is what
 * servers say that know no better. What is about the mail, the way there or a policy says nothing of the next mail.
 */
const ABOUT_THE_ADDRESS = /^5\.[012]\./;

export interface BounceCounts {
  readonly failed: number;
  readonly unreachable: number;
  readonly unknown: number;
}

/**
 * Notes that mails came back: their jobs are FAILED, and where the address is to blame, no further mail goes there. Only the
 * address that the fan has now can be noted, so nobody can have somebody else's noted by a bounce that is made up.
 */
export const recordBounces = async (
  bounces: readonly Bounce[],
  { store, nameAddress, log }: { readonly store: UserStore; readonly nameAddress: NameAddress; readonly log: Log },
): Promise<BounceCounts> => {
  const counts = { failed: 0, unreachable: 0, unknown: 0 };
  for (const { mail, recipients, status } of bounces) {
    const job = await store.jobOfMail(mail);
    if (job === null) {
      counts.unknown += 1;
      continue;
    }
    const email = (await store.profile(job.globalUserId))?.userInfo?.email;
    const address = email === undefined ? null : normaliseEmail(email);
    if (address !== null && ABOUT_THE_ADDRESS.test(status) && recipients.some((recipient) => normaliseEmail(recipient) === address)) {
      await store.setUnreachable(nameAddress(address), true);
      counts.unreachable += 1;
    }
    if (await store.failReturned(job, `it came back (${status})`)) counts.failed += 1;
    const { campaignId, marketId, template, occurrence } = job;
    log.info({ campaignId, marketId, template, occurrence, status }, 'a mail came back');
  }
  return counts;
};
