import type { CampaignWithMarkets, Gate } from '../../domain/campaign.ts';
import type { Eligibility } from '../../domain/eligibility.ts';
import type { EntryFields, EntryItem } from '../../domain/entry.ts';
import { type GateFacts, type GateQuestion, type GateRequest, nextGateStep } from '../../domain/gate-rules.ts';
import { provenTier } from '../../domain/identity-proof.ts';
import { RegError } from '../../errors.ts';
import type { WorkerContext } from '../worker.ts';

/** How a fan got through the gate. */
export interface Passage {
  /** The linked campaign whose entry is to be transferred. */
  readonly transferFrom: string | null;
  /** The answers of that entry, which fill in what is missing; where it was transferred before, those it came to here. */
  readonly inherited?: EntryFields;
  /** The gate was not asked, as the fan holds an entry already. */
  readonly isEdit: boolean;
}

type Refusal = Eligibility & { readonly isEligible: false };
type Context = Pick<WorkerContext<'checkEligibility'>, 'services' | 'correlationId' | 'clock'>;

/** The gate's part of a registration. */
export interface GateForm extends GateRequest {
  /** The proof of identity in the form, as it came. */
  readonly proof: unknown;
}

/** Asks the gate, fetching one fact after the other and only those it needs. */
export const passGate = async (
  { campaign }: CampaignWithMarkets,
  gate: Gate,
  request: GateForm,
  context: Context,
): Promise<Passage | { readonly refusal: Refusal }> => {
  const { globalUserId } = request.userInfo;
  let facts: GateFacts = {};
  // Whoever passes without a question needs no look at whether they were let in before.
  if (nextGateStep(gate, request, facts).step === 'passed') return { transferFrom: null, isEdit: false };
  const stored = await context.services.entryTable.get({ campaignId: campaign.id, globalUserId });
  if (stored !== null) {
    // A transfer whose answer was lost is sent again: the entry that it took its answers from is this one by now.
    const isTransferAgain = request.doTransfer && stored.linkedFrom !== undefined && stored.linkedFrom === gate.linkedCampaign;
    return { transferFrom: null, ...(isTransferAgain && { inherited: stored.entry }), isEdit: true };
  }

  let linkedEntry: EntryItem | null = null;
  while (true) {
    const next = nextGateStep(gate, request, facts);
    if (next.step === 'refused') {
      const { reason, linkedCampaignId, detail } = next;
      const more = { ...(linkedCampaignId !== undefined && { linkedCampaignId }), ...(detail !== undefined && { detail }) };
      return { refusal: { isEligible: false, reason, campaignId: campaign.id, ...more } };
    }
    if (next.step === 'passed') {
      if (next.transferFrom === null || linkedEntry === null) return { transferFrom: null, isEdit: false };
      return { transferFrom: next.transferFrom, inherited: linkedEntry.entry, isEdit: false };
    }
    if (next.question.fact === 'holdsLinkedEntry') {
      linkedEntry = await context.services.entryTable.get({ campaignId: next.question.campaignId, globalUserId });
      facts = { ...facts, holdsLinkedEntry: linkedEntry !== null };
    } else facts = { ...facts, ...(await answer(next.question, campaign.id, request, context)) };
  }
};

const answer = async (
  question: Exclude<GateQuestion, { fact: 'holdsLinkedEntry' }>,
  campaignId: string,
  { userInfo: { globalUserId }, proof }: GateForm,
  { services, correlationId, clock }: Context,
): Promise<GateFacts> => {
  switch (question.fact) {
    case 'invited': {
      const { key, value } = question;
      return services.entryService.checkInvite({ params: { campaignId }, body: { key, value } }, { correlationId });
    }
    case 'attributes':
      return { attributes: await attributesOf(globalUserId, services, correlationId) };
    case 'idvTier': {
      if (typeof proof !== 'string') return { idvTier: null };
      const claims = await services.identityProofs.read(proof.trim(), question.idv);
      return { idvTier: claims === null ? null : provenTier(claims, question.idv, globalUserId, clock.now()) };
    }
  }
};

/** A fan whom the User Service does not know has no attributes. */
const attributesOf = async (globalUserId: string, { userService }: Context['services'], correlationId: string): Promise<Readonly<Record<string, string>>> => {
  try {
    return (await userService.getProfile({ params: { globalUserId } }, { correlationId })).attributes;
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return {};
    throw error;
  }
};
