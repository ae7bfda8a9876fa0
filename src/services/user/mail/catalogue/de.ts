import type { MailTexts } from './mail-texts.ts';

export const de: MailTexts = {
  direction: 'ltr',
  colon: ': ',
  comma: ', ',
  greeting: (firstName) => (firstName === null ? 'Hallo,' : `Hallo ${firstName},`),
  labels: {
    artist: 'Künstler',
    tour: 'Tour',
    market: 'Stadt',
    venue: 'Spielstätte',
    event: 'Veranstaltung',
    presale: 'Beginn des Vorverkaufs',
    presaleEnd: 'Ende des Vorverkaufs',
    accessCode: 'Dein Zugangscode',
    reference: 'Deine Referenz',
  },
  yes: 'Ja',
  no: 'Nein',
  given: 'So, wie du es geschrieben hast',
  tickets: { one: (count) => `${count} Ticket`, other: (count) => `${count} Tickets` },
  keepSecret: 'Der Code gilt nur einmal und nur für dich. Gib ihn nicht weiter.',
  toTickets: 'Zu den Tickets',
  calendarAttached: 'Der Vorverkauf hängt als Kalendereintrag an, mit einer Erinnerung 15 Minuten vor Beginn.',
  reason: ({ campaign }) => `Du bekommst diese E-Mail, weil du dich für ${campaign} registriert hast.`,
  unsubscribe: 'Keine solchen E-Mails mehr bekommen',
  reminder: {
    subject: ({ campaign, market }) => `${campaign}: Der Vorverkauf für ${market} beginnt bald`,
    title: 'Der Vorverkauf beginnt bald',
    lead: ({ campaign, market }) => `Du wurdest für den Vorverkauf von ${campaign} in ${market} ausgewählt. Er beginnt bald.`,
  },
  receipt: {
    subject: ({ campaign }) => `${campaign}: Du bist registriert`,
    title: 'Du bist registriert',
    lead: ({ campaign }) => `Deine Registrierung für ${campaign} ist bei uns angekommen. Danke, dass du dabei bist.`,
    answers: 'Deine Angaben',
    next: 'Wie es weitergeht',
    closes: ({ close }) => `Die Registrierung ist offen bis ${close}.`,
    draw: 'Danach wird ausgelost. Ob du dich früh oder spät registriert hast, ändert nichts an deinen Chancen.',
    change: 'Bis dahin kannst du deine Registrierung ändern oder zurückziehen: Melde dich dazu auf der Registrierungsseite an.',
    toChange: 'Ändern oder zurückziehen',
  },
  winner: {
    subject: ({ campaign, market }) => `${campaign}: Du wurdest für den Vorverkauf in ${market} ausgewählt`,
    title: 'Du wurdest ausgewählt',
    lead: ({ campaign, market }) => `Gute Nachrichten: Du wurdest ausgelost und kannst am Vorverkauf von ${campaign} in ${market} teilnehmen.`,
  },
  waitlist: {
    subject: ({ campaign }) => `${campaign}: Du stehst auf der Warteliste`,
    title: 'Du stehst auf der Warteliste',
    lead: ({ campaign }) => `Die Auslosung für ${campaign} ist abgeschlossen. Du wurdest nicht gleich ausgewählt, stehst aber auf der Warteliste.`,
    places: 'Deine Plätze',
    place: ({ place }) => `Platz ${place}`,
    next: 'Wenn jemand ausfällt, rückt der Nächste auf der Liste nach, genau in dieser Reihenfolge. Bist du an der Reihe, schreiben wir dir wieder. Du musst nichts tun.',
  },
  loser: {
    subject: ({ campaign }) => `${campaign}: Diesmal hat es nicht geklappt`,
    title: 'Diesmal hat es nicht geklappt',
    lead: ({ campaign }) =>
      `Die Auslosung für ${campaign} ist abgeschlossen, und du wurdest nicht ausgewählt. Das tut uns leid. Danke, dass du mitgemacht hast.`,
  },
  check: {
    reference: 'Prüfe die Auslosung selbst',
    ahead:
      'Bewahre diese Referenz auf. In der Auslosung steht sie statt deines Namens für dich, und nur du und wir wissen, dass sie dir gehört. Nach der Auslosung kann jeder sie nachprüfen, und mit der Referenz siehst du, wo du darin stehst.',
    held: 'Du musst uns nicht einfach glauben: Jeder kann die Auslosung nachprüfen. Diese Referenz steht darin statt deines Namens für dich und zeigt dir, wo du stehst und warum.',
    toDraw: 'Auslosung prüfen',
  },
  calendar: {
    summary: ({ campaign, market }) => `Vorverkauf: ${campaign}, ${market}`,
    description: ({ campaign, market }) =>
      `Der Vorverkauf von ${campaign} in ${market} beginnt. Dein Zugangscode, falls du einen hast, steht in unserer E-Mail.`,
  },
};
