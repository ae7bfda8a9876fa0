// Printed from src/services/user/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';

export const userRoutes: Routes = {
  "service": "user",
  "operations": {
    "upsertUsers": {
      "method": "POST",
      "path": "/users/batch-upsert",
      "scope": "user:write",
      "body": true
    },
    "getProfile": {
      "method": "GET",
      "path": "/users/:globalUserId",
      "scope": "user:read"
    },
    "setAttributes": {
      "method": "PUT",
      "path": "/users/:globalUserId/attributes",
      "scope": "user:write",
      "body": true
    },
    "setSubscription": {
      "method": "PUT",
      "path": "/users/:globalUserId/subscription",
      "scope": "user:write",
      "body": true
    },
    "enqueueEmailJobs": {
      "method": "POST",
      "path": "/email-jobs",
      "scope": "user:write",
      "body": true
    },
    "sendDue": {
      "method": "POST",
      "path": "/email-jobs/send-due",
      "scope": "user:write",
      "body": true
    },
    "recordBounces": {
      "method": "POST",
      "path": "/email-jobs/bounces",
      "scope": "user:write",
      "body": true
    },
    "countEmailJobs": {
      "method": "GET",
      "path": "/email-jobs/counts",
      "scope": "user:read",
      "query": true
    },
    "eraseAddresses": {
      "method": "POST",
      "path": "/addresses/erase",
      "scope": "operator",
      "body": true
    },
    "eraseFan": {
      "method": "DELETE",
      "path": "/users/:globalUserId",
      "scope": "operator"
    }
  }
};
