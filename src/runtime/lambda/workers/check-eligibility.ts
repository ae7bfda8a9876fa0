import { checkEligibility } from '../../../workers/registration/check-eligibility.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignReader } from '../ports/campaign-reader.ts';
import { entryService } from '../ports/entry-service.ts';
import { entryTable } from '../ports/entry-table.ts';
import { identityProofs } from '../ports/identity-proofs.ts';
import { userService } from '../ports/user-service.ts';

export const handler = lambdaHandler('checkEligibility', checkEligibility, {
  campaignCache,
  campaignStore: campaignReader,
  entryTable,
  entryService,
  identityProofs,
  userService,
});
