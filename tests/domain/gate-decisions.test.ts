import { describe, expect, test } from 'vitest';
import type { Gate } from '../../src/domain/campaign.ts';
import { type GateFacts, type GateRequest, nextGateStep } from '../../src/domain/gate-rules.ts';

/** The parts of a gate, one of each kind. */
const PARTS = {
  geo: { allowCountries: ['GB'] },
  linkedCampaign: 'fan-club',
  inviteOnly: 'memberId',
  idv: { issuer: 'https://id.example', jwksUri: 'https://id.example/keys', tier: 2 },
  card: { attribute: 'gold' },
  linkedAccount: { attribute: 'stream' },
} as const satisfies Gate;
const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** A fan as the table sees them: each is true or false on its own. */
const TRAITS = ['inCountry', 'holdsLinked', 'asksTransfer', 'hasNumber', 'isInvited', 'isProven', 'hasCard', 'hasAccount'] as const;
type Fan = Readonly<Record<(typeof TRAITS)[number], boolean>>;

/**
 * docs/domain.md read as a decision table, from the top: the first line whose part the gate has and whose condition holds is
 * the answer. Written from the document alone, without a look at the code.
 */
const LINES: readonly (readonly [string, (has: Has, fan: Fan) => boolean])[] = [
  ['GEO_RESTRICTED', (has, fan) => has.geo && !fan.inCountry],
  ['LINKED_ENTRY', (has, fan) => has.linkedCampaign && fan.holdsLinked && !fan.asksTransfer],
  ['INELIGIBLE_ENTRY', (has, fan) => has.linkedCampaign && !fan.holdsLinked && !has.inviteOnly],
  ['NO_INVITE', (has, fan) => has.inviteOnly && !(has.linkedCampaign && fan.holdsLinked) && !(fan.hasNumber && fan.isInvited)],
  ['IDV_REQUIRED', (has, fan) => has.idv && !fan.isProven],
  ['INELIGIBLE_ENTRY', (has, fan) => (has.card && !fan.hasCard) || (has.linkedAccount && !fan.hasAccount)],
  ['transfer', (has, fan) => has.linkedCampaign && fan.holdsLinked],
  ['passed', () => true],
];
type Has = Readonly<Record<keyof typeof PARTS, boolean>>;
const expected = (has: Has, fan: Fan): string => LINES.find(([, holds]) => holds(has, fan))?.[0] ?? '';

const subsets = <K extends string>(names: readonly K[]): readonly Readonly<Record<K, boolean>>[] =>
  Array.from(
    { length: 2 ** names.length },
    (_, bits) => Object.fromEntries(names.map((name, index) => [name, (bits & (2 ** index)) !== 0])) as Record<K, boolean>,
  );

/** As the worker asks: one fact after the other. */
const decided = (gate: Gate, fan: Fan): string => {
  const known: Required<GateFacts> = {
    holdsLinkedEntry: fan.holdsLinked,
    invited: fan.isInvited,
    idvTier: fan.isProven ? 2 : 1,
    attributes: { ...(fan.hasCard && { gold: 'yes' }), ...(fan.hasAccount && { stream: 's-1' }) },
  };
  const request: GateRequest = {
    userInfo: {
      ...{ globalUserId: 'fan-1', email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en', countryCode: fan.inCountry ? 'GB' : 'FR' },
      ...(fan.hasNumber && { memberId: 'M-1' }),
    },
    postalCode: undefined,
    doTransfer: fan.asksTransfer,
    emailIsVerified: true,
  };
  let facts: GateFacts = {};
  for (let asked = 0; asked < 10; asked += 1) {
    const step = nextGateStep(gate, request, facts);
    if (step.step === 'refused') return step.reason;
    if (step.step === 'passed') return step.transferFrom === null ? 'passed' : 'transfer';
    facts = { ...facts, [step.question.fact]: known[step.question.fact] };
  }
  return 'asked without end';
};

describe.each(subsets(NAMES))('a gate of geo $geo, linked $linkedCampaign, invites $inviteOnly, identity $idv, card $card, account $linkedAccount', (has) => {
  const gate: Gate = Object.fromEntries(NAMES.filter((name) => has[name]).map((name) => [name, PARTS[name]]));

  test('decides each kind of fan as the document does', () => {
    const fans = subsets(TRAITS);
    expect(fans.map((fan) => decided(gate, fan))).toEqual(fans.map((fan) => expected(has, fan)));
  });
});
