import type { Draw } from '../../services/campaign/contract.ts';
import type { Worker } from '../worker.ts';

export interface FreezeDrawInput {
  readonly campaignId: string;
}

/** First step of the selection: the Campaign Service freezes the entrants and publishes them. A draw that is frozen is answered as it is. */
export const freezeDraw: Worker<'freezeDraw', FreezeDrawInput, Draw> = ({ campaignId }, { services, correlationId }) =>
  services.campaignService.freezeDraw({ params: { campaignId }, body: {} }, { correlationId });
