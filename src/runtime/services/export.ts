import { exportServed } from '../../generated/served/export.ts';
import { createExportHandlers } from '../../services/export/handlers.ts';
import { createService, type Service } from '../../services/service.ts';
import type { ServiceParts } from './service-parts.ts';

export type ExportServiceNeeds = Pick<ServiceParts, 'clients' | 'tokens' | 'log' | 'tracer' | 'timings' | 'audit'>;

/** The Export Service, which has nothing of its own and reads the other four. */
export const exportService = ({ clients, tokens, log, tracer, timings, audit }: ExportServiceNeeds): Service => {
  const handlers = createExportHandlers({
    campaignService: clients.clientOf('export-service', 'campaign', ['getCampaign', 'getMarket', 'getMarketStats']).client,
    entryService: clients.clientOf('export-service', 'entry', ['countEntries', 'getEntriesByMarket']).client,
    userService: clients.clientOf('export-service', 'user', ['getProfile', 'countEmailJobs']).client,
    codeService: clients.clientOf('export-service', 'code', ['codeStats']).client,
  });
  return createService({ served: exportServed, handlers, tokens, log, tracer, timings, audit });
};
