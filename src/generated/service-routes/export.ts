// Printed from src/services/export/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';

export const exportRoutes: Routes = {
  "service": "export",
  "operations": {
    "campaignReport": {
      "method": "GET",
      "path": "/campaigns/:campaignId/report",
      "scope": "export:read"
    },
    "listWinners": {
      "method": "GET",
      "path": "/markets/:marketId/winners",
      "scope": "operator",
      "query": true
    }
  }
};
