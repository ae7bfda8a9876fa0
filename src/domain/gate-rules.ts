import type { Gate, GeoGate, IdvGate, InviteKey } from './campaign.ts';
import type { UserInfo } from './entry.ts';
import type { InvalidField } from './field-rule.ts';
import { compactPostalCode } from './postal-code.ts';

/** Why a gate lets a fan not through. */
export type GateRefusal = 'INELIGIBLE_ENTRY' | 'NO_INVITE' | 'LINKED_ENTRY' | 'GEO_RESTRICTED' | 'IDV_REQUIRED';

/** What the gate looks at that came with the request. */
export interface GateRequest {
  readonly userInfo: UserInfo;
  /** The fan's postal code, from the profile or from the form. */
  readonly postalCode: string | undefined;
  readonly doTransfer: boolean;
  /** Whether the address is more than the fan's own word: anybody could type that of somebody who is invited. */
  readonly emailIsVerified: boolean;
}

/** What was found out so far; a fact that is missing was not asked for yet. */
export interface GateFacts {
  readonly holdsLinkedEntry?: boolean;
  readonly invited?: boolean;
  /** Tier of the proof of identity after its signature was checked; null where there is no valid proof. */
  readonly idvTier?: number | null;
  /** Of the fan's profile. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A fact the gate cannot be decided without. */
export type GateQuestion =
  | { readonly fact: 'holdsLinkedEntry'; readonly campaignId: string }
  | { readonly fact: 'invited'; readonly key: InviteKey; readonly value: string }
  | { readonly fact: 'idvTier'; readonly idv: IdvGate }
  | { readonly fact: 'attributes' };

/** What the fan could do something about. */
export interface GateDetail {
  readonly field: 'userInfo.email';
  readonly rule: 'unverified';
}

export type GateStep =
  | { readonly step: 'passed'; readonly transferFrom: string | null }
  | { readonly step: 'refused'; readonly reason: GateRefusal; readonly linkedCampaignId?: string; readonly detail?: GateDetail }
  | { readonly step: 'ask'; readonly question: GateQuestion };

const passed = (transferFrom: string | null): GateStep => ({ step: 'passed', transferFrom });
const refused = (reason: GateRefusal): GateStep => ({ step: 'refused', reason });
const UNVERIFIED: GateDetail = { field: 'userInfo.email', rule: 'unverified' };
const ask = (question: GateQuestion): GateStep => ({ step: 'ask', question });

/** Whether what the gate goes by could be read; where not, the fan has a form to mend and no gate to be refused by. */
export const canJudge = ({ inviteOnly, geo }: Gate, invalid: readonly InvalidField[]): boolean =>
  !invalid.some(
    ({ field }) =>
      field === 'userInfo.globalUserId' ||
      (geo !== undefined && field === 'userInfo.countryCode') ||
      (geo?.postalPrefixes !== undefined && field === 'userInfo.postalCode') ||
      (inviteOnly !== undefined && field === `userInfo.${inviteOnly}`),
  );

/**
 * The next step in deciding a gate: a verdict, or the one fact that is needed to go on. What needs no question comes
 * first, so a fan who cannot pass costs no call: geo, linked campaign, invite, identity, card, linked account.
 */
export const nextGateStep = (gate: Gate, request: GateRequest, facts: GateFacts): GateStep => {
  if (gate.geo !== undefined && !passesGeo(gate.geo, request)) return refused('GEO_RESTRICTED');

  let transferFrom: string | null = null;
  if (gate.linkedCampaign !== undefined) {
    if (facts.holdsLinkedEntry === undefined) return ask({ fact: 'holdsLinkedEntry', campaignId: gate.linkedCampaign });
    if (facts.holdsLinkedEntry && !request.doTransfer) return { step: 'refused', reason: 'LINKED_ENTRY', linkedCampaignId: gate.linkedCampaign };
    if (facts.holdsLinkedEntry) transferFrom = gate.linkedCampaign;
    else if (gate.inviteOnly === undefined) return refused('INELIGIBLE_ENTRY');
  }

  if (gate.inviteOnly !== undefined && transferFrom === null) {
    const value = request.userInfo[gate.inviteOnly];
    if (value === undefined || value === '') return refused('NO_INVITE');
    if (gate.inviteOnly === 'email' && !request.emailIsVerified) return { step: 'refused', reason: 'NO_INVITE', detail: UNVERIFIED };
    if (facts.invited === undefined) return ask({ fact: 'invited', key: gate.inviteOnly, value });
    if (!facts.invited) return refused('NO_INVITE');
  }

  if (gate.idv !== undefined) {
    if (facts.idvTier === undefined) return ask({ fact: 'idvTier', idv: gate.idv });
    if (facts.idvTier === null || facts.idvTier < gate.idv.tier) return refused('IDV_REQUIRED');
  }

  for (const part of [gate.card, gate.linkedAccount]) {
    if (part === undefined) continue;
    if (facts.attributes === undefined) return ask({ fact: 'attributes' });
    if (!Object.hasOwn(facts.attributes, part.attribute) || facts.attributes[part.attribute] === '') return refused('INELIGIBLE_ENTRY');
  }
  return passed(transferFrom);
};

/** A gate about places is closed to whoever does not say where they are. */
const passesGeo = (geo: GeoGate, { userInfo: { countryCode }, postalCode }: GateRequest): boolean => {
  if (geo.allowCountries !== undefined && (countryCode === undefined || !geo.allowCountries.includes(countryCode))) return false;
  if (geo.denyCountries !== undefined && (countryCode === undefined || geo.denyCountries.includes(countryCode))) return false;
  if (geo.postalPrefixes === undefined) return true;
  if (postalCode === undefined) return false;
  const compact = compactPostalCode(postalCode);
  return geo.postalPrefixes.some((prefix) => compact.startsWith(compactPostalCode(prefix)));
};
