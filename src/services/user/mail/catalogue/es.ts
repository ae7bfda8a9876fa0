import type { ReminderTexts } from './reminder-texts.ts';

export const es: ReminderTexts = {
  subject: ({ campaign, market }) => `${campaign}: la preventa para ${market} empieza pronto`,
  greeting: (firstName) => (firstName === null ? 'Hola:' : `Hola, ${firstName}:`),
  lead: ({ campaign, market }) => `Tienes acceso a la preventa de ${campaign} en ${market}. Empieza pronto.`,
  labels: { market: 'Ciudad', venue: 'Recinto', event: 'Evento', presale: 'Inicio de la preventa', accessCode: 'Tu código de acceso' },
  keepSecret: 'El código sirve una sola vez y es solo para ti. No lo compartas.',
  toTickets: 'Ir a las entradas',
  reason: ({ campaign }) => `Recibes este correo porque te registraste en ${campaign}.`,
  unsubscribe: 'No recibir más estos correos',
};
