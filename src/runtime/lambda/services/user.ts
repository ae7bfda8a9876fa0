import { campaignRoutes } from '../../../generated/service-routes/campaign.ts';
import { entryRoutes } from '../../../generated/service-routes/entry.ts';
import { userService } from '../../services/user.ts';
import { publicUrlOf } from '../cloud.ts';
import { mailer } from '../ports/mailer.ts';
import { secrets } from '../ports/secrets.ts';
import { userStore } from '../ports/user-store.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = await serviceHandler(async (cloud) =>
  userService({
    ...serviceParts(cloud, { campaign: campaignRoutes, entry: entryRoutes }),
    store: await userStore(cloud),
    mailer: await mailer(cloud),
    secrets: secrets(cloud),
    publicUrl: () => publicUrlOf(cloud),
    mailDomain: cloud.config.mailDomain,
    // Any number of containers may be sending.
    sendsAlone: false,
  }),
);
