import { type ClientOf, pagesOf } from '../services/contract.ts';
import type { userContract } from '../services/user/contract.ts';
import type { Connection } from './connection.ts';

type UserService = ClientOf<typeof userContract>;
export type OpenMail = Awaited<ReturnType<UserService['listEmailJobs']>>['jobs'][number];
export type OpenState = 'FAILED' | 'AMBIGUOUS';

/** Which of a campaign's mails; what is left out lets all through. */
export interface MailChoice {
  readonly campaignId: string;
  readonly state: OpenState;
  readonly fan?: string | undefined;
  readonly template?: OpenMail['template'] | undefined;
}

/** What the service takes at once. */
const JOBS_A_CALL = 100;

/** The mails that a person has to look at, a page in memory at a time. */
export const openMails = async function* (
  { user }: Pick<Connection, 'user'>,
  { campaignId, state, fan, template }: MailChoice,
): AsyncGenerator<readonly OpenMail[]> {
  for await (const { jobs } of pagesOf(user.listEmailJobs, { query: { campaignId, state, limit: JOBS_A_CALL } }))
    yield jobs.filter((job) => (fan === undefined || job.globalUserId === fan) && (template === undefined || job.template === template));
};

/** Has them sent again; answers how many were still in that state. */
export const resendMails = async (connection: Pick<Connection, 'user'>, choice: MailChoice): Promise<number> => {
  const { campaignId, state } = choice;
  let planned = 0;
  for await (const mails of openMails(connection, choice)) {
    if (mails.length === 0) continue;
    const jobs = mails.map(({ marketId, globalUserId, template, occurrence }) => ({ marketId, globalUserId, template, occurrence }));
    planned += (await connection.user.resendEmailJobs({ body: { campaignId, state, jobs } })).planned;
  }
  return planned;
};
