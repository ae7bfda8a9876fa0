import type { ReminderTexts } from './reminder-texts.ts';

export const de: ReminderTexts = {
  subject: ({ campaign, market }) => `${campaign}: Der Vorverkauf für ${market} beginnt bald`,
  greeting: (firstName) => (firstName === null ? 'Hallo,' : `Hallo ${firstName},`),
  lead: ({ campaign, market }) => `Du wurdest für den Vorverkauf von ${campaign} in ${market} ausgewählt. Er beginnt bald.`,
  labels: { market: 'Stadt', venue: 'Spielstätte', event: 'Veranstaltung', presale: 'Beginn des Vorverkaufs', accessCode: 'Dein Zugangscode' },
  keepSecret: 'Der Code gilt nur einmal und nur für dich. Gib ihn nicht weiter.',
  toTickets: 'Zu den Tickets',
  reason: ({ campaign }) => `Du bekommst diese E-Mail, weil du dich für ${campaign} registriert hast.`,
  unsubscribe: 'Keine solchen E-Mails mehr bekommen',
};
