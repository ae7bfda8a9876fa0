import { RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { UserStore } from '../../ports/user-store.ts';
import type { campaignContract } from '../campaign/contract.ts';
import type { ClientOf, HandlersOf } from '../contract.ts';
import type { entryContract } from '../entry/contract.ts';
import type { userContract } from './contract.ts';
import { createDueMailSender } from './due-mail-sender.ts';
import { createAddressNames } from './mail/address-names.ts';
import { createUnsubscribeLinks } from './mail/unsubscribe-links.ts';
import { recordBounces } from './record-bounces.ts';

export interface UserServiceOptions {
  readonly store: UserStore;
  readonly mailer: Mailer;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'getEntries'>;
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'getCampaign'>;
  readonly secrets: Secrets;
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
  /** Where fans reach the front door: the start of every link in a mail. Read when the first mail is sent. */
  readonly publicUrl: string;
  /** The From header: an address, or a name with an address in angle brackets. */
  readonly mailFrom: string;
  /** Whether no other process sends mails of this store: see `DueMailSenderOptions`. */
  readonly sendsAlone: boolean;
}

/** How far due mails are counted: whoever asks wants to know whether to go on. */
const COUNTED_TO = 1000;

/** The User Service: what is known of fans, and the mails to them. */
export const createUserHandlers = (options: UserServiceOptions): HandlersOf<typeof userContract> => {
  const { store, secrets, random } = options;
  const nameAddressOnce = once(() => createAddressNames({ secrets, random }));
  const senderOnce = once(async () => {
    const links = await createUnsubscribeLinks({ secrets, random, publicUrl: options.publicUrl });
    return createDueMailSender({ ...options, links, nameAddress: await nameAddressOnce(), host: domainOf(options.mailFrom) });
  });

  return {
    upsertUsers: async ({ body }) => {
      await store.upsertUsers(body.users);
      return { upserted: body.users.length };
    },
    getProfile: async ({ params }) => {
      const profile = await store.profile(params.globalUserId);
      if (profile === null) throw new RegError('NOT_FOUND', 'Nothing is known of this fan.');
      const { userInfo, attributes, unsubscribed } = profile;
      return { userInfo, attributes: { ...attributes }, unsubscribed };
    },
    setAttributes: async ({ params, body }) => {
      await store.setAttributes(params.globalUserId, body.attributes);
      return { attributes: body.attributes };
    },
    setSubscription: async ({ params, body }) => {
      await store.setUnsubscribed(params.globalUserId, body.unsubscribed);
      return { unsubscribed: body.unsubscribed };
    },
    enqueueEmailJobs: async ({ body }) => {
      const planned = await store.planJobs(body.jobs.map((job) => ({ ...job, sendAt: Date.parse(job.sendAt) })));
      return { planned, known: body.jobs.length - planned };
    },
    sendDue: async ({ body }, { correlationId }) => {
      const { isAll, ...counts } = await (await senderOnce())(body.limit, correlationId);
      return { ...counts, remaining: isAll ? 0 : await store.countDue(options.clock.now(), COUNTED_TO) };
    },
    recordBounces: async ({ body }) => recordBounces(body.bounces, { store, nameAddress: await nameAddressOnce(), log: options.log }),
    countEmailJobs: async ({ query }) => {
      const { counts, nextSendAt } = await store.countJobs(query.campaignId);
      return {
        counts: {
          planned: counts.PLANNED,
          sending: counts.SENDING,
          sent: counts.SENT,
          failed: counts.FAILED,
          ambiguous: counts.AMBIGUOUS,
          skipped: counts.SKIPPED,
        },
        nextSendAt: nextSendAt === null ? null : new Date(nextSendAt).toISOString(),
      };
    },
    eraseAddresses: async ({ body: { emails } }) => {
      const nameAddress = await nameAddressOnce();
      const unreachable = await store.unreachable([...new Set(emails.map(nameAddress))]);
      for (const address of unreachable) await store.setUnreachable(address, false);
      return { addresses: unreachable.size };
    },
    listEmailJobs: async ({ query: { campaignId, state, after = null, limit = 100 } }) => {
      const { jobs, next } = await store.listJobs(campaignId, state, after, limit);
      return { jobs: [...jobs], next };
    },
    resendEmailJobs: async ({ body: { campaignId, state, jobs } }) => ({
      planned: await store.resendJobs(
        jobs.map((job) => ({ ...job, campaignId })),
        state,
        options.clock.now(),
      ),
    }),
    eraseFan: async ({ params }) => {
      const email = (await store.profile(params.globalUserId))?.userInfo?.email;
      if (email !== undefined) await store.setUnreachable((await nameAddressOnce())(email), false);
      await store.erase(params.globalUserId);
      return {};
    },
  };
};

/** Makes it at the first call, and again after one that failed. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** The right-hand side of message ids: where the mails come from. */
const domainOf = (mailFrom: string): string => /@([^@>\s]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost';
