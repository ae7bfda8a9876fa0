// Printed from src/services/user/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/user.ts';

export const userRoutes: Routes = {
  service: 'user',
  operations: {
    upsertUsers: { method: "POST", path: "/users/batch-upsert", scope: "user:write", body: true, checkAnswer: answer.upsertUsers },
    getProfile: { method: "GET", path: "/users/:globalUserId", scope: "user:read", checkAnswer: answer.getProfile },
    setAttributes: { method: "PUT", path: "/users/:globalUserId/attributes", scope: "user:write", body: true, checkAnswer: answer.setAttributes },
    setSubscription: { method: "PUT", path: "/users/:globalUserId/subscription", scope: "user:write", body: true, checkAnswer: answer.setSubscription },
    enqueueEmailJobs: { method: "POST", path: "/email-jobs", scope: "user:write", body: true, checkAnswer: answer.enqueueEmailJobs },
    sendDue: { method: "POST", path: "/email-jobs/send-due", scope: "user:write", body: true, checkAnswer: answer.sendDue },
    recordBounces: { method: "POST", path: "/email-jobs/bounces", scope: "user:write", body: true, checkAnswer: answer.recordBounces },
    countEmailJobs: { method: "GET", path: "/email-jobs/counts", scope: "user:read", query: true, checkAnswer: answer.countEmailJobs },
    eraseAddresses: { method: "POST", path: "/addresses/erase", scope: "operator", body: true, checkAnswer: answer.eraseAddresses },
    listEmailJobs: { method: "GET", path: "/email-jobs", scope: "user:read", query: true, checkAnswer: answer.listEmailJobs },
    resendEmailJobs: { method: "POST", path: "/email-jobs/resend", scope: "operator", body: true, checkAnswer: answer.resendEmailJobs },
    eraseFan: { method: "DELETE", path: "/users/:globalUserId", scope: "operator", checkAnswer: answer.eraseFan },
  },
};
