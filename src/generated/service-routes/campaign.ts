// Printed from src/services/campaign/contract.ts by `npm run generate`. Change that file instead.
import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/campaign.ts';

export const campaignRoutes: Routes = {
  service: 'campaign',
  operations: {
    listCampaigns: { method: "GET", path: "/campaigns", scope: "campaign:read", query: true, checkAnswer: answer.listCampaigns },
    getCampaign: { method: "GET", path: "/campaigns/:campaignId", scope: "campaign:read", checkAnswer: answer.getCampaign },
    getCampaignBySlug: { method: "GET", path: "/slugs/:slug", scope: "campaign:read", checkAnswer: answer.getCampaignBySlug },
    getMarket: { method: "GET", path: "/markets/:marketId", scope: "campaign:read", checkAnswer: answer.getMarket },
    putCampaign: { method: "PUT", path: "/campaigns/:campaignId", scope: "operator", body: true, checkAnswer: answer.putCampaign },
    setStatus: { method: "PUT", path: "/campaigns/:campaignId/status", scope: "operator", body: true, checkAnswer: answer.setStatus },
    setNotification: { method: "PUT", path: "/markets/:marketId/notification", scope: "campaign:write", body: true, checkAnswer: answer.setNotification },
    reportCampaignStats: { method: "PUT", path: "/markets/:marketId/stats", scope: "campaign:write", body: true, checkAnswer: answer.reportCampaignStats },
    addVerdictCounts: { method: "POST", path: "/verdict-reports", scope: "campaign:write", body: true, checkAnswer: answer.addVerdictCounts },
    getMarketStats: { method: "GET", path: "/markets/:marketId/stats", scope: "campaign:read", checkAnswer: answer.getMarketStats },
    freezeDraw: { method: "POST", path: "/campaigns/:campaignId/draws", scope: "campaign:write", body: true, longSeconds: 840, checkAnswer: answer.freezeDraw },
    requestDraw: { method: "POST", path: "/campaigns/:campaignId/draw-requests", scope: "operator", body: true, checkAnswer: answer.requestDraw },
    getDrawRequest: { method: "GET", path: "/campaigns/:campaignId/draw-requests/:draw", scope: "campaign:read", checkAnswer: answer.getDrawRequest },
    approveDraw: { method: "PUT", path: "/campaigns/:campaignId/draw-requests/:draw/approval", scope: "operator", body: true, checkAnswer: answer.approveDraw },
    revealDraw: { method: "POST", path: "/campaigns/:campaignId/draws/:draw/reveal", scope: "campaign:write", body: true, longSeconds: 840, checkAnswer: answer.revealDraw },
    listDraws: { method: "GET", path: "/campaigns/:campaignId/draws", scope: "campaign:read", query: true, checkAnswer: answer.listDraws },
    eraseFan: { method: "DELETE", path: "/fans/:globalUserId", scope: "operator", longSeconds: 840, checkAnswer: answer.eraseFan },
    getDrawResults: { method: "GET", path: "/campaigns/:campaignId/draws/:draw/results", scope: "campaign:read", query: true, checkAnswer: answer.getDrawResults },
    countDrawResults: { method: "GET", path: "/campaigns/:campaignId/draws/:draw/counts", scope: "campaign:read", checkAnswer: answer.countDrawResults },
    findEntrants: { method: "POST", path: "/campaigns/:campaignId/draws/:draw/entrants/find", scope: "campaign:read", body: true, checkAnswer: answer.findEntrants },
    recordPromotions: { method: "POST", path: "/markets/:marketId/promotions", scope: "campaign:write", body: true, checkAnswer: answer.recordPromotions },
    listPromotions: { method: "GET", path: "/markets/:marketId/promotions", scope: "campaign:read", query: true, checkAnswer: answer.listPromotions },
    startSelection: { method: "POST", path: "/campaigns/:campaignId/selections", scope: "operator", body: true, checkAnswer: answer.startSelection },
    getSelection: { method: "GET", path: "/campaigns/:campaignId/selections/:name", scope: "campaign:read", checkAnswer: answer.getSelection },
    refreshMarket: { method: "POST", path: "/markets/:marketId/refresh", scope: "operator", checkAnswer: answer.refreshMarket },
  },
};
