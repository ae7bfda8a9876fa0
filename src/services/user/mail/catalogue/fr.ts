import type { ReminderTexts } from './reminder-texts.ts';

export const fr: ReminderTexts = {
  subject: ({ campaign, market }) => `${campaign} : la prévente pour ${market} commence bientôt`,
  greeting: (firstName) => (firstName === null ? 'Bonjour,' : `Bonjour ${firstName},`),
  lead: ({ campaign, market }) => `Vous avez été sélectionné(e) pour la prévente de ${campaign} à ${market}. Elle commence bientôt.`,
  labels: { market: 'Ville', venue: 'Salle', event: 'Événement', presale: 'Début de la prévente', accessCode: "Votre code d'accès" },
  keepSecret: "Le code ne sert qu'une fois et n'est valable que pour vous. Ne le transmettez pas.",
  toTickets: 'Accéder aux billets',
  reason: ({ campaign }) => `Vous recevez cet e-mail parce que vous vous êtes inscrit(e) pour ${campaign}.`,
  unsubscribe: 'Ne plus recevoir ces e-mails',
};
