import { createSnsTopic } from '../../../adapters/aws/sns-topic.ts';
import { snsClient } from '../clients/sns.ts';
import type { Make } from '../cloud.ts';
import type { Publishers } from '../given-ports.ts';

/** The publishing side of each topic. */
export const topics: Make<Publishers> = ({ config, clock, random }) => ({
  dataSns: createSnsTopic({ client: snsClient(), topicArn: config.resources.topic('dataSns'), clock, random }),
});
