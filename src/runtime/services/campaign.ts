import type { FastifyInstance } from 'fastify';
import { campaignContract } from '../../services/campaign/contract.ts';
import { type CampaignServiceOptions, createCampaignHandlers } from '../../services/campaign/handlers.ts';
import { registerService } from '../../services/routes.ts';
import type { ServiceParts } from './service-parts.ts';

export type CampaignServiceNeeds = ServiceParts & Omit<CampaignServiceOptions, 'entryService'>;

/** Serves the Campaign Service, which reads the Entry Service when it freezes a draw. */
export const serveCampaign = (app: FastifyInstance, needs: CampaignServiceNeeds): void => {
  const { clients, tokens, log } = needs;
  const entryService = clients.clientOf('campaign-service', 'entry', ['listEntries']).client;
  registerService(app, { contract: campaignContract, handlers: createCampaignHandlers({ ...needs, entryService }), tokens, log });
};
