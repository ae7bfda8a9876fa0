// Printed from src/services/code/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/code.ts';

export const codeRoutes: Routes = {
  service: 'code',
  operations: {
    importCodes: { method: "POST", path: "/markets/:marketId/codes", scope: "operator", body: true, checkAnswer: answer.importCodes },
    generateCodes: { method: "POST", path: "/markets/:marketId/codes/generate", scope: "operator", body: true, checkAnswer: answer.generateCodes },
    reserveCodes: { method: "POST", path: "/reservations", scope: "code:write", body: true, checkAnswer: answer.reserveCodes },
    markAssigned: { method: "POST", path: "/codes/mark-assigned", scope: "code:write", body: true, checkAnswer: answer.markAssigned },
    listHeldCodes: { method: "GET", path: "/markets/:marketId/codes/held", scope: "code:read", query: true, checkAnswer: answer.listHeldCodes },
    revokeCodes: { method: "POST", path: "/codes/revoke", scope: "code:write", body: true, checkAnswer: answer.revokeCodes },
    eraseFan: { method: "POST", path: "/fans/:globalUserId/erase", scope: "operator", body: true, checkAnswer: answer.eraseFan },
    redeemCodes: { method: "POST", path: "/codes/redeem", scope: "operator", body: true, checkAnswer: answer.redeemCodes },
    codeStats: { method: "GET", path: "/markets/:marketId/codes/stats", scope: "code:read", checkAnswer: answer.codeStats },
  },
};
