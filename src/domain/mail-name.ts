import { createHash } from 'node:crypto';
import type { EmailJobKey } from './email-job.ts';

/**
 * The name of a job's mail, 40 hexadecimal digits that tell nothing of the fan: what stands before the `@` in its message id,
 * and in the address that it comes back to.
 */
export const mailNameOf = ({ campaignId, marketId, globalUserId, template, occurrence }: EmailJobKey): string =>
  createHash('sha256')
    .update(JSON.stringify([campaignId, marketId, globalUserId, template, occurrence]), 'utf8')
    .digest('hex')
    .slice(0, 40);

const MAIL_NAME = /^[0-9a-f]{40}$/;
export const isMailName = (text: string): boolean => MAIL_NAME.test(text);
