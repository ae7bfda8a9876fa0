import type { FastifyInstance } from 'fastify';
import { exportContract } from '../../services/export/contract.ts';
import { createExportHandlers } from '../../services/export/handlers.ts';
import { registerService } from '../../services/routes.ts';
import type { ServiceParts } from './service-parts.ts';

export type ExportServiceNeeds = Pick<ServiceParts, 'clients' | 'tokens' | 'log'>;

/** Serves the Export Service, which has nothing of its own and reads the other four. */
export const serveExport = (app: FastifyInstance, { clients, tokens, log }: ExportServiceNeeds): void => {
  const handlers = createExportHandlers({
    campaignService: clients.clientOf('export-service', 'campaign', [
      'getCampaign',
      'getMarket',
      'getMarketStats',
      'listDraws',
      'countDrawResults',
      'listPromotions',
    ]).client,
    entryService: clients.clientOf('export-service', 'entry', ['countEntries', 'getEntriesByMarket']).client,
    userService: clients.clientOf('export-service', 'user', ['getProfile', 'countEmailJobs']).client,
    codeService: clients.clientOf('export-service', 'code', ['codeStats']).client,
  });
  registerService(app, { contract: exportContract, handlers, tokens, log });
};
