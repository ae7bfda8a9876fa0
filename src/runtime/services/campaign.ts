import { campaignServed } from '../../generated/served/campaign.ts';
import { type CampaignServiceOptions, createCampaignHandlers } from '../../services/campaign/handlers.ts';
import { createService, type Service } from '../../services/service.ts';
import type { ServiceParts } from './service-parts.ts';

export type CampaignServiceNeeds = ServiceParts & Omit<CampaignServiceOptions, 'entryService'>;

/** The Campaign Service, which reads the Entry Service when it freezes a draw. */
export const campaignService = (needs: CampaignServiceNeeds): Service => {
  const { clients, tokens, log, tracer, timings, audit } = needs;
  const entryService = clients.clientOf('campaign-service', 'entry', ['listEntries', 'listEntryParts']).client;
  return createService({ served: campaignServed, handlers: createCampaignHandlers({ ...needs, entryService }), tokens, log, tracer, timings, audit });
};
