// Printed from src/services/campaign/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';

export const campaignRoutes: Routes = {
  "service": "campaign",
  "operations": {
    "listCampaigns": {
      "method": "GET",
      "path": "/campaigns",
      "scope": "campaign:read",
      "query": true
    },
    "getCampaign": {
      "method": "GET",
      "path": "/campaigns/:campaignId",
      "scope": "campaign:read"
    },
    "getCampaignBySlug": {
      "method": "GET",
      "path": "/slugs/:slug",
      "scope": "campaign:read"
    },
    "getMarket": {
      "method": "GET",
      "path": "/markets/:marketId",
      "scope": "campaign:read"
    },
    "putCampaign": {
      "method": "PUT",
      "path": "/campaigns/:campaignId",
      "scope": "operator",
      "body": true
    },
    "setStatus": {
      "method": "PUT",
      "path": "/campaigns/:campaignId/status",
      "scope": "operator",
      "body": true
    },
    "setNotification": {
      "method": "PUT",
      "path": "/markets/:marketId/notification",
      "scope": "campaign:write",
      "body": true
    },
    "reportCampaignStats": {
      "method": "PUT",
      "path": "/markets/:marketId/stats",
      "scope": "campaign:write",
      "body": true
    },
    "addVerdictCounts": {
      "method": "POST",
      "path": "/verdict-reports",
      "scope": "campaign:write",
      "body": true
    },
    "getMarketStats": {
      "method": "GET",
      "path": "/markets/:marketId/stats",
      "scope": "campaign:read"
    },
    "freezeDraw": {
      "method": "POST",
      "path": "/campaigns/:campaignId/draws",
      "scope": "campaign:write",
      "body": true,
      "longSeconds": 840
    },
    "requestDraw": {
      "method": "POST",
      "path": "/campaigns/:campaignId/draw-requests",
      "scope": "operator",
      "body": true
    },
    "getDrawRequest": {
      "method": "GET",
      "path": "/campaigns/:campaignId/draw-requests/:draw",
      "scope": "campaign:read"
    },
    "approveDraw": {
      "method": "PUT",
      "path": "/campaigns/:campaignId/draw-requests/:draw/approval",
      "scope": "operator",
      "body": true
    },
    "revealDraw": {
      "method": "POST",
      "path": "/campaigns/:campaignId/draws/:draw/reveal",
      "scope": "campaign:write",
      "body": true,
      "longSeconds": 840
    },
    "listDraws": {
      "method": "GET",
      "path": "/campaigns/:campaignId/draws",
      "scope": "campaign:read"
    },
    "getDrawResults": {
      "method": "GET",
      "path": "/campaigns/:campaignId/draws/:draw/results",
      "scope": "campaign:read",
      "query": true
    },
    "countDrawResults": {
      "method": "GET",
      "path": "/campaigns/:campaignId/draws/:draw/counts",
      "scope": "campaign:read"
    },
    "findEntrants": {
      "method": "POST",
      "path": "/campaigns/:campaignId/draws/:draw/entrants/find",
      "scope": "campaign:read",
      "body": true
    },
    "recordPromotions": {
      "method": "POST",
      "path": "/markets/:marketId/promotions",
      "scope": "campaign:write",
      "body": true
    },
    "listPromotions": {
      "method": "GET",
      "path": "/markets/:marketId/promotions",
      "scope": "campaign:read",
      "query": true
    },
    "startSelection": {
      "method": "POST",
      "path": "/campaigns/:campaignId/selections",
      "scope": "operator",
      "body": true
    },
    "getSelection": {
      "method": "GET",
      "path": "/campaigns/:campaignId/selections/:name",
      "scope": "campaign:read"
    },
    "refreshMarket": {
      "method": "POST",
      "path": "/markets/:marketId/refresh",
      "scope": "operator"
    }
  }
};
