// Printed from src/services/entry/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';

export const entryRoutes: Routes = {
  "service": "entry",
  "operations": {
    "upsertEntries": {
      "method": "POST",
      "path": "/entries/batch-upsert",
      "scope": "entry:write",
      "body": true
    },
    "deleteEntries": {
      "method": "POST",
      "path": "/entries/batch-delete",
      "scope": "entry:write",
      "body": true
    },
    "getEntry": {
      "method": "GET",
      "path": "/campaigns/:campaignId/entries/:globalUserId",
      "scope": "entry:read"
    },
    "getEntries": {
      "method": "POST",
      "path": "/entries/batch-get",
      "scope": "entry:read",
      "body": true
    },
    "listEntries": {
      "method": "GET",
      "path": "/campaigns/:campaignId/entries",
      "scope": "entry:read",
      "query": true
    },
    "listEntryParts": {
      "method": "GET",
      "path": "/entry-parts",
      "scope": "entry:read"
    },
    "getEntriesByMarket": {
      "method": "GET",
      "path": "/markets/:marketId/entries",
      "scope": "entry:read",
      "query": true
    },
    "countEntries": {
      "method": "GET",
      "path": "/campaigns/:campaignId/counts",
      "scope": "entry:read"
    },
    "assignCodes": {
      "method": "POST",
      "path": "/entries/assign-codes",
      "scope": "entry:write",
      "body": true
    },
    "checkInvite": {
      "method": "POST",
      "path": "/campaigns/:campaignId/invites/check",
      "scope": "entry:read",
      "body": true
    },
    "importInvites": {
      "method": "POST",
      "path": "/campaigns/:campaignId/invites",
      "scope": "operator",
      "body": true
    },
    "importScores": {
      "method": "POST",
      "path": "/campaigns/:campaignId/scores",
      "scope": "operator",
      "body": true
    },
    "refreshScores": {
      "method": "POST",
      "path": "/entries/refresh-scores",
      "scope": "entry:write",
      "body": true
    },
    "eraseFan": {
      "method": "DELETE",
      "path": "/fans/:globalUserId",
      "scope": "operator"
    }
  }
};
