import { campaignRefusal, checkAnswers, checkFan, type Eligibility, postalCodeOf } from '../../domain/eligibility.ts';
import type { UserInfo } from '../../domain/entry.ts';
import { readEntryArgument } from '../../domain/entry-rules.ts';
import { canJudge } from '../../domain/gate-rules.ts';
import { PROOF_FIELD } from '../../domain/identity-proof.ts';
import { rankedMarketsIn } from '../../domain/ranked-markets.ts';
import { describeError } from '../../errors.ts';
import type { ResolverInput } from '../../middleware/lambda.ts';
import type { Worker, WorkerContext } from '../worker.ts';
import { claimedUserInfo, hasVerifiedEmail } from './acting-fan.ts';
import { knownCampaign } from './known-campaign.ts';
import { type Passage, passGate } from './pass-gate.ts';

/** `RegistrationInput` of the GraphQL schema. Nothing in it is trusted. */
export interface RegistrationArguments {
  readonly input: {
    readonly slug: unknown;
    /** Answers by preference key, as an object or as the text of an AWSJSON value. */
    readonly entry: unknown;
    readonly userInfo?: unknown;
    readonly doTransfer?: unknown;
  };
}

/** What `upsertEntry`, next in the pipeline, needs besides the public answer; it reaches no fan. */
export interface CheckedRegistration {
  readonly userInfo: UserInfo;
  readonly rankedMarkets: readonly string[];
  /** UTC instant from which on the entry may not be written any more. */
  readonly closesAt: string;
  /** The gate was not asked, as the fan holds an entry: once that is gone, the answer does not hold. */
  readonly isEdit: boolean;
}

/** `checkEligibility`'s answer; an eligible fan's one carries what the next worker needs. */
export type CheckedEligibility =
  | (Eligibility & { readonly isEligible: false })
  | (Eligibility & { readonly isEligible: true; readonly registration: CheckedRegistration });

type Context = WorkerContext<'checkEligibility'>;

/**
 * Decides whether a fan may register: campaign, gate, entry, the first refusal wins. An ineligible fan is a normal
 * answer, and so is a service that cannot be reached (`INTERNAL_SERVER_ERROR`); a caller who may not ask is an error.
 */
export const checkEligibility: Worker<'checkEligibility', ResolverInput<RegistrationArguments>, CheckedEligibility> = async (
  { arguments: { input }, caller },
  context,
) => {
  const claimed = claimedUserInfo(caller, 'entries:write', input.userInfo);
  try {
    return await decide(input, { claimed, emailIsVerified: hasVerifiedEmail(caller) }, context);
  } catch (error) {
    context.log.error({ error: describeError(error) }, 'eligibility could not be decided');
    return { isEligible: false, reason: 'INTERNAL_SERVER_ERROR' };
  }
};

interface WhoAsks {
  /** What is known of the fan, token and form together. */
  readonly claimed: Readonly<Record<string, unknown>>;
  readonly emailIsVerified: boolean;
}

const decide = async (input: RegistrationArguments['input'], { claimed, emailIsVerified }: WhoAsks, context: Context): Promise<CheckedEligibility> => {
  const known = await knownCampaign(context.services, input.slug);
  if (known === null) return { isEligible: false, reason: 'CAMPAIGN_NOT_FOUND' };
  const { campaign } = known;
  const closed = campaignRefusal(known, context.clock.now());
  if (closed !== null) return closed;

  const fan = checkFan(known, claimed);
  const entry = readEntryArgument(input.entry);
  let passage: Passage = NO_GATE;
  if (campaign.gate !== null && canJudge(campaign.gate, fan.invalid)) {
    const request = {
      userInfo: fan.userInfo,
      postalCode: postalCodeOf(known, fan.userInfo, entry ?? {}),
      doTransfer: input.doTransfer === true,
      emailIsVerified,
      proof: entry?.[PROOF_FIELD],
    };
    const passed = await passGate(known, campaign.gate, request, context);
    if ('refusal' in passed) return passed.refusal;
    passage = passed;
  }

  const checked = checkAnswers(known, fan, entry, passage.inherited);
  if ('refusal' in checked) return checked.refusal;
  return {
    isEligible: true,
    campaignId: campaign.id,
    fields: checked.fields,
    ...(passage.transferFrom !== null && { linkedCampaignId: passage.transferFrom }),
    registration: {
      userInfo: checked.userInfo,
      rankedMarkets: rankedMarketsIn(campaign, checked.fields),
      closesAt: campaign.date.close,
      isEdit: passage.isEdit,
    },
  };
};

const NO_GATE: Passage = { transferFrom: null, isEdit: false };
