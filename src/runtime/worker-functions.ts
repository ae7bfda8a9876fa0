import type { WorkerName } from '../topology.ts';
import { processData } from '../workers/data-pipeline/process-data.ts';
import { sendData } from '../workers/data-pipeline/send-data.ts';
import { getMarketsToNotify } from '../workers/notification/get-markets-to-notify.ts';
import { notificationGenerator } from '../workers/notification/notification-generator.ts';
import { planEmailJobs } from '../workers/notification/plan-email-jobs.ts';
import { planSends } from '../workers/notification/plan-sends.ts';
import { triggerReminderEmail } from '../workers/notification/trigger-reminder-email.ts';
import { checkEligibility } from '../workers/registration/check-eligibility.ts';
import { readCampaign } from '../workers/registration/read-campaign.ts';
import { readEntry } from '../workers/registration/read-entry.ts';
import { upsertEntry } from '../workers/registration/upsert-entry.ts';
import { withdrawEntry } from '../workers/registration/withdraw-entry.ts';
import { enqueueEntries } from '../workers/replication/enqueue-entries.ts';
import { retryScore } from '../workers/replication/retry-score.ts';
import { saveEntries } from '../workers/replication/save-entries.ts';
import { upsertUsers } from '../workers/replication/upsert-users.ts';
import { closeBooks } from '../workers/selection/close-books.ts';
import { enqueueMarketSelections } from '../workers/selection/enqueue-market-selections.ts';
import { freezeDraw } from '../workers/selection/freeze-draw.ts';
import { markAssignedCodes } from '../workers/selection/mark-assigned-codes.ts';
import { refreshSelections } from '../workers/selection/refresh-selections.ts';
import { reportVerdicts } from '../workers/selection/report-verdicts.ts';
import { revealDraw } from '../workers/selection/reveal-draw.ts';
import { saveSelections } from '../workers/selection/save-selections.ts';
import type { Worker } from '../workers/worker.ts';

/** The function of each row of the topology; leaving one out, or giving one more than its row names, is a compile error. */
export const workerFunctions: { readonly [W in WorkerName]: Worker<W, never, unknown> } = {
  checkEligibility,
  upsertEntry,
  withdrawEntry,
  readCampaign,
  readEntry,
  enqueueEntries,
  saveEntries,
  retryScore,
  upsertUsers,
  freezeDraw,
  revealDraw,
  enqueueMarketSelections,
  closeBooks,
  saveSelections,
  markAssignedCodes,
  refreshSelections,
  reportVerdicts,
  processData,
  sendData,
  notificationGenerator,
  getMarketsToNotify,
  planSends,
  planEmailJobs,
  triggerReminderEmail,
};
