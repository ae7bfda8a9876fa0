import { entryRoutes } from '../../../generated/service-routes/entry.ts';
import { campaignService } from '../../services/campaign.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignStore } from '../ports/campaign-store.ts';
import { drawStore } from '../ports/draw-store.ts';
import { files } from '../ports/files.ts';
import { publicBeacons } from '../ports/public-beacons.ts';
import { queues } from '../ports/queues.ts';
import { secrets } from '../ports/secrets.ts';
import { stateMachines } from '../ports/state-machines.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = await serviceHandler(async (cloud) => {
  const senderOf = queues(cloud);
  return campaignService({
    ...serviceParts(cloud, { entry: entryRoutes }),
    store: await campaignStore(cloud),
    draws: await drawStore(cloud),
    files: files(cloud),
    secrets: secrets(cloud),
    cache: campaignCache(cloud),
    dataQueue: senderOf('dataQueue'),
    refreshQueue: senderOf('refreshSelectionQueue'),
    stateMachines: stateMachines(cloud),
    beacons: publicBeacons(cloud),
  });
});
