// Printed from src/server/operator-contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/operator.ts';

export const operatorRoutes: Routes = {
  service: 'operator',
  operations: {
    flow: { method: "GET", path: "/flow", scope: "operator", checkAnswer: answer.flow },
    deadLetters: { method: "GET", path: "/queues/:queue/dead-letters", scope: "operator", query: true, checkAnswer: answer.deadLetters },
    redrive: { method: "POST", path: "/queues/:queue/redrive", scope: "operator", body: true, checkAnswer: answer.redrive },
    events: { method: "GET", path: "/topics/:topic/events", scope: "operator", query: true, checkAnswer: answer.events },
    listTable: { method: "GET", path: "/campaigns/:campaignId/table", scope: "operator", query: true, checkAnswer: answer.listTable },
    replicate: { method: "POST", path: "/campaigns/:campaignId/replicate", scope: "operator", body: true, checkAnswer: answer.replicate },
    eraseFan: { method: "DELETE", path: "/fans/:globalUserId", scope: "operator", checkAnswer: answer.eraseFan },
    audit: { method: "GET", path: "/audit", scope: "operator", query: true, checkAnswer: answer.audit },
    announceKeyRotation: { method: "POST", path: "/key-rotations", scope: "operator", body: true, checkAnswer: answer.announceKeyRotation },
    countEvents: { method: "GET", path: "/topics/:topic/count", scope: "operator", query: true, checkAnswer: answer.countEvents },
  },
};
