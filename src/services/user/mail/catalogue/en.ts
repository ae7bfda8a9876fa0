import type { ReminderTexts } from './reminder-texts.ts';

export const en: ReminderTexts = {
  subject: ({ campaign, market }) => `${campaign}: the presale for ${market} starts soon`,
  greeting: (firstName) => (firstName === null ? 'Hello,' : `Hello ${firstName},`),
  lead: ({ campaign, market }) => `You were selected for the presale of ${campaign} in ${market}. It starts soon.`,
  labels: { market: 'Market', venue: 'Venue', event: 'Event', presale: 'Presale starts', accessCode: 'Your access code' },
  keepSecret: 'The code works once and is yours alone. Do not pass it on.',
  toTickets: 'To the tickets',
  reason: ({ campaign }) => `You get this mail because you registered for ${campaign}.`,
  unsubscribe: 'Get no more of these mails',
};
