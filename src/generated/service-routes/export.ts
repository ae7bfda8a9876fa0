// Printed from src/services/export/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/export.ts';

export const exportRoutes: Routes = {
  service: 'export',
  operations: {
    campaignReport: { method: "GET", path: "/campaigns/:campaignId/report", scope: "export:read", checkAnswer: answer.campaignReport },
    listWinners: { method: "GET", path: "/markets/:marketId/winners", scope: "operator", query: true, checkAnswer: answer.listWinners },
  },
};
