import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Market } from '../src/domain/campaign.ts';
import { campaignFromFile } from '../src/domain/campaign-rules.ts';
import type { Mail } from '../src/ports/mailer.ts';
import { receiptMail } from '../src/services/user/mail/receipt-mail.ts';
import { reminderMail } from '../src/services/user/mail/reminder-mail.ts';
import { resultMail } from '../src/services/user/mail/result-mail.ts';

export const sampleNames = ['receipt', 'winner', 'waitlist', 'loser', 'reminder'] as const;
export type SampleName = (typeof sampleNames)[number];

const read = campaignFromFile(parse(readFileSync(join(import.meta.dirname, '../examples/summer-tour/campaign.yaml'), 'utf8')));
if (read.campaign === null) throw new Error('The summer tour cannot be read.');
const { campaign, markets } = read.campaign;

const marketNamed = (id: string): Market => {
  const market = markets.find((one) => one.id === id);
  if (market === undefined) throw new Error(`The summer tour has no market ${id}.`);
  return market;
};

const REF = '5b0e7c1fa2d94c3386e1f0a9d27b64c8';
const entry = {
  email: 'ann@example.org',
  phoneNumber: '+442079460018',
  postalCode: 'SW1A 1AA',
  markets: ['berlin-1', 'london-1'],
  tickets: 2,
  access: ['wheelchair', 'companion'],
  firstTime: true,
  newsletter: false,
  terms: true,
  message: 'Play the long one!',
};

/** A mail of the summer tour as it could be sent. */
export const sampleMail = (name: SampleName, locale: string): Mail => {
  const envelopeOf = (template: 'receipt' | 'reminder' | 'result') => ({
    job: { campaignId: campaign.id, marketId: 'berlin-1', globalUserId: 'fan-1', template, occurrence: '' } as const,
    campaign,
    userInfo: { email: 'ann@example.org', firstName: 'Ann', lastName: 'Example', locale },
    unsubscribeLink: 'https://reg.example/unsubscribe?token=abc.def',
    from: 'no-reply@reg.example',
    host: 'reg.example',
    date: Date.UTC(2027, 1, 9),
  });
  const result = { ...envelopeOf('result'), ref: REF, drawLink: 'https://reg.example/draws/summer-tour' };
  const market = marketNamed('berlin-1');
  const accessCode = 'K7QF-M2XD-9RTW';
  switch (name) {
    case 'receipt':
      return receiptMail({ ...envelopeOf('receipt'), markets, entry, ref: REF, changeLink: 'https://reg.example/my' });
    case 'reminder':
      return reminderMail({ ...envelopeOf('reminder'), market, accessCode });
    case 'winner':
      return resultMail({ ...result, outcome: { verdict: 'WINNER', market, accessCode } });
    case 'waitlist':
      return resultMail({
        ...result,
        outcome: {
          verdict: 'WAITLIST',
          places: [
            { market, place: 4 },
            { market: marketNamed('london-1'), place: 17 },
          ],
        },
      });
    case 'loser':
      return resultMail({ ...result, outcome: { verdict: 'LOSER' } });
  }
};
