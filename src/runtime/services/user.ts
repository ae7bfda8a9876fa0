import { isIP } from 'node:net';
import { userServed } from '../../generated/served/user.ts';
import { createService, type Service } from '../../services/service.ts';
import { createUserHandlers, type UserServiceOptions } from '../../services/user/handlers.ts';
import type { ServiceParts } from './service-parts.ts';

export type UserServiceNeeds = ServiceParts &
  Pick<UserServiceOptions, 'store' | 'mailer' | 'secrets' | 'sendsAlone'> & {
    /** Where fans reach the front door. Asked when the first mail is sent. */
    readonly publicUrl: () => string;
    /** The domain that mails come from; null: the host of the public URL. */
    readonly mailDomain: string | null;
  };

/** The User Service, which reads the Entry Service and the Campaign Service for the mails that it sends. */
export const userService = (needs: UserServiceNeeds): Service => {
  const { clients, tokens, log, tracer, timings, audit, publicUrl, mailDomain } = needs;
  const handlers = createUserHandlers({
    ...needs,
    entryService: clients.clientOf('user-service', 'entry', ['getEntries']).client,
    campaignService: clients.clientOf('user-service', 'campaign', ['getCampaign']).client,
    get publicUrl() {
      return publicUrl();
    },
    get mailFrom() {
      return `no-reply@${mailDomain ?? hostOf(publicUrl())}`;
    },
  });
  return createService({ served: userServed, handlers, tokens, log, tracer, timings, audit });
};

/** Mails come from the host that fans know; an address is no mail domain. */
const hostOf = (publicUrl: string): string => {
  const { hostname } = new URL(publicUrl);
  return isIP(hostname) === 0 ? hostname : 'localhost';
};
