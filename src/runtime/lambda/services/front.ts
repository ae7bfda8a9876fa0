import { createCloudWatchOldestAge } from '../../../adapters/aws/cloudwatch-oldest-age.ts';
import { operatorServed } from '../../../generated/served/operator.ts';
import { campaignRoutes } from '../../../generated/service-routes/campaign.ts';
import { entryRoutes } from '../../../generated/service-routes/entry.ts';
import { userRoutes } from '../../../generated/service-routes/user.ts';
import { registerHealthRoutes } from '../../../server/health-routes.ts';
import { registerOpenRoutes } from '../../../server/open-routes.ts';
import { createOperatorHandlers } from '../../../server/operator-routes.ts';
import { registerUnsubscribeRoutes } from '../../../server/unsubscribe-routes.ts';
import { registerService } from '../../../services/routes.ts';
import { createService } from '../../../services/service.ts';
import { createUnsubscribeLinks } from '../../../services/user/mail/unsubscribe-links.ts';
import { eventTopics } from '../../../topology.ts';
import { createDeadLetters } from '../../dead-letters.ts';
import { eraseDeadLetters } from '../../erase-dead-letters.ts';
import { appHandler } from '../app-handler.ts';
import { cloudWatchClient } from '../clients/cloudwatch.ts';
import { publicUrlOf } from '../cloud.ts';
import { cloudFlow } from '../cloud-flow.ts';
import { auditLog } from '../ports/audit-log.ts';
import { entryTable } from '../ports/entry-table.ts';
import { storedEvents } from '../ports/event-log.ts';
import { invokedWorkers } from '../ports/invoked-workers.ts';
import { iteratorAge } from '../ports/iterator-age.ts';
import { queueOperations } from '../ports/queue-operations.ts';
import { queues } from '../ports/queues.ts';
import { secrets } from '../ports/secrets.ts';
import { serviceParts } from '../service-handler.ts';

/** What is at the front door besides AppSync and the services: the operator's routes, the keys, health, and the links of mails. */
export const handler = await appHandler((app, cloud) => {
  const { clients, tokens, random, log, audit } = serviceParts(cloud, { user: userRoutes, entry: entryRoutes, campaign: campaignRoutes });
  const userService = clients.clientOf('front', 'user', ['setSubscription']).client;
  const operations = queueOperations(cloud, createCloudWatchOldestAge({ client: cloudWatchClient(), clock: cloud.clock }));
  registerOpenRoutes(app, { tokens });
  registerHealthRoutes(app, { ready: async () => ({ ready: true, checks: { wired: true } }) });
  registerUnsubscribeRoutes(app, {
    links: () => createUnsubscribeLinks({ secrets: secrets(cloud), random, publicUrl: publicUrlOf(cloud) }),
    unsubscribe: async (globalUserId) => {
      await userService.setSubscription({ params: { globalUserId }, body: { unsubscribed: true } });
    },
  });
  // Workers read the table's own stream and Kinesis alike, so either form of event will do.
  const deadLetters = createDeadLetters({ queues: operations, via: 'dynamodb', invoke: invokedWorkers(cloud) });
  const flow = cloudFlow({ depth: operations.depth, iteratorAge: iteratorAge(cloud) });
  const reconciliation = {
    entryTable: entryTable(cloud),
    entryService: clients.clientOf('front', 'entry', ['getEntries']).client,
    saveEntriesQueue: queues(cloud)('saveEntriesQueue'),
    clock: cloud.clock,
  };
  const erasure = {
    entryTable: entryTable(cloud),
    campaignService: clients.clientOf('front', 'campaign', ['listCampaigns']).client,
    eraseDeadLetters: (globalUserId: string) => eraseDeadLetters(operations, globalUserId),
    eraseFiles: null,
    eventLog: storedEvents(cloud),
    registrationsTopic: `${cloud.config.topicPrefix}.${eventTopics.REGISTRATION}`,
    random,
    countUnderWay: null,
  };
  const handlers = createOperatorHandlers({ flow, deadLetters, eventLog: storedEvents(cloud), auditLog: auditLog(cloud), reconciliation, erasure });
  registerService(app, createService({ served: operatorServed, handlers, tokens, log, audit }));
});
