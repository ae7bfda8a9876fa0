// Printed from src/services/code/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';

export const codeRoutes: Routes = {
  "service": "code",
  "operations": {
    "importCodes": {
      "method": "POST",
      "path": "/markets/:marketId/codes",
      "scope": "operator",
      "body": true
    },
    "generateCodes": {
      "method": "POST",
      "path": "/markets/:marketId/codes/generate",
      "scope": "operator",
      "body": true
    },
    "reserveCodes": {
      "method": "POST",
      "path": "/reservations",
      "scope": "code:write",
      "body": true
    },
    "markAssigned": {
      "method": "POST",
      "path": "/codes/mark-assigned",
      "scope": "code:write",
      "body": true
    },
    "listHeldCodes": {
      "method": "GET",
      "path": "/markets/:marketId/codes/held",
      "scope": "code:read",
      "query": true
    },
    "revokeCodes": {
      "method": "POST",
      "path": "/codes/revoke",
      "scope": "code:write",
      "body": true
    },
    "eraseFan": {
      "method": "POST",
      "path": "/fans/:globalUserId/erase",
      "scope": "operator",
      "body": true
    },
    "redeemCodes": {
      "method": "POST",
      "path": "/codes/redeem",
      "scope": "operator",
      "body": true
    },
    "codeStats": {
      "method": "GET",
      "path": "/markets/:marketId/codes/stats",
      "scope": "code:read"
    }
  }
};
