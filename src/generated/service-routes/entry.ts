// Printed from src/services/entry/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/entry.ts';

export const entryRoutes: Routes = {
  service: 'entry',
  operations: {
    upsertEntries: { method: "POST", path: "/entries/batch-upsert", scope: "entry:write", body: true, checkAnswer: answer.upsertEntries },
    deleteEntries: { method: "POST", path: "/entries/batch-delete", scope: "entry:write", body: true, checkAnswer: answer.deleteEntries },
    getEntry: { method: "GET", path: "/campaigns/:campaignId/entries/:globalUserId", scope: "entry:read", checkAnswer: answer.getEntry },
    getEntries: { method: "POST", path: "/entries/batch-get", scope: "entry:read", body: true, checkAnswer: answer.getEntries },
    listEntries: { method: "GET", path: "/campaigns/:campaignId/entries", scope: "entry:read", query: true, checkAnswer: answer.listEntries },
    listEntryParts: { method: "GET", path: "/entry-parts", scope: "entry:read", checkAnswer: answer.listEntryParts },
    getEntriesByMarket: { method: "GET", path: "/markets/:marketId/entries", scope: "entry:read", query: true, checkAnswer: answer.getEntriesByMarket },
    countEntries: { method: "GET", path: "/campaigns/:campaignId/counts", scope: "entry:read", checkAnswer: answer.countEntries },
    assignCodes: { method: "POST", path: "/entries/assign-codes", scope: "entry:write", body: true, checkAnswer: answer.assignCodes },
    checkInvite: { method: "POST", path: "/campaigns/:campaignId/invites/check", scope: "entry:read", body: true, checkAnswer: answer.checkInvite },
    importInvites: { method: "POST", path: "/campaigns/:campaignId/invites", scope: "operator", body: true, checkAnswer: answer.importInvites },
    importScores: { method: "POST", path: "/campaigns/:campaignId/scores", scope: "operator", body: true, checkAnswer: answer.importScores },
    refreshScores: { method: "POST", path: "/entries/refresh-scores", scope: "entry:write", body: true, checkAnswer: answer.refreshScores },
    eraseFan: { method: "DELETE", path: "/fans/:globalUserId", scope: "operator", checkAnswer: answer.eraseFan },
    eraseInvites: { method: "POST", path: "/invites/erase", scope: "operator", body: true, checkAnswer: answer.eraseInvites },
    forgetFan: { method: "DELETE", path: "/fans/:globalUserId/marks", scope: "operator", checkAnswer: answer.forgetFan },
  },
};
