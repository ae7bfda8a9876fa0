import type { MailTexts } from './mail-texts.ts';

export const fr: MailTexts = {
  direction: 'ltr',
  colon: '\u00a0: ',
  comma: ', ',
  greeting: (firstName) => (firstName === null ? 'Bonjour,' : `Bonjour ${firstName},`),
  labels: {
    artist: 'Artiste',
    tour: 'Tournée',
    market: 'Ville',
    venue: 'Salle',
    event: 'Événement',
    presale: 'Début de la prévente',
    presaleEnd: 'Fin de la prévente',
    accessCode: "Votre code d'accès",
    reference: 'Votre référence',
  },
  yes: 'Oui',
  no: 'Non',
  given: 'Tel que vous l’avez écrit',
  tickets: { one: (count) => `${count} billet`, many: (count) => `${count} de billets`, other: (count) => `${count} billets` },
  keepSecret: "Le code ne sert qu'une fois et n'est valable que pour vous. Ne le transmettez pas.",
  toTickets: 'Accéder aux billets',
  calendarAttached: 'La prévente est jointe pour votre agenda, avec une alarme 15 minutes avant le début.',
  reason: ({ campaign }) => `Vous recevez cet e-mail parce que vous vous êtes inscrit(e) pour ${campaign}.`,
  unsubscribe: 'Ne plus recevoir ces e-mails',
  reminder: {
    subject: ({ campaign, market }) => `${campaign}\u00a0: la prévente pour ${market} commence bientôt`,
    title: 'La prévente commence bientôt',
    lead: ({ campaign, market }) => `Vous avez été sélectionné(e) pour la prévente de ${campaign} à ${market}. Elle commence bientôt.`,
  },
  receipt: {
    subject: ({ campaign }) => `${campaign}\u00a0: votre inscription est enregistrée`,
    title: 'Votre inscription est enregistrée',
    lead: ({ campaign }) => `Nous avons bien reçu votre inscription pour ${campaign}. Merci de votre participation.`,
    answers: 'Vos réponses',
    next: 'Et maintenant\u00a0?',
    closes: ({ close }) => `Clôture des inscriptions\u00a0: ${close}.`,
    draw: 'Le tirage au sort a lieu ensuite. S’inscrire tôt ou tard ne change rien à vos chances.',
    change: 'Jusque-là, vous pouvez modifier ou retirer votre inscription\u00a0: connectez-vous sur la page d’inscription.',
    toChange: 'Modifier ou retirer',
  },
  winner: {
    subject: ({ campaign, market }) => `${campaign}\u00a0: vous avez été sélectionné(e) pour la prévente à ${market}`,
    title: 'Vous avez été sélectionné(e)',
    lead: ({ campaign, market }) =>
      `Bonne nouvelle\u00a0: le tirage au sort vous a désigné(e). Vous pouvez participer à la prévente de ${campaign} à ${market}.`,
  },
  waitlist: {
    subject: ({ campaign }) => `${campaign}\u00a0: vous êtes sur liste d’attente`,
    title: 'Vous êtes sur liste d’attente',
    lead: ({ campaign }) => `Le tirage au sort pour ${campaign} a eu lieu. Il ne vous a pas désigné(e) d’emblée, mais vous êtes sur liste d’attente.`,
    places: 'Votre rang',
    place: ({ place }) => `Rang ${place}`,
    next: 'En cas de désistement, la personne suivante sur la liste prend la place, exactement dans cet ordre. Si c’est votre tour, nous vous écrirons de nouveau. Vous n’avez rien à faire.',
  },
  loser: {
    subject: ({ campaign }) => `${campaign}\u00a0: pas cette fois`,
    title: 'Pas cette fois',
    lead: ({ campaign }) =>
      `Le tirage au sort pour ${campaign} a eu lieu, et il ne vous a pas désigné(e). Nous en sommes désolés et vous remercions de votre participation.`,
  },
  check: {
    reference: 'Vérifiez le tirage vous-même',
    ahead:
      'Conservez cette référence. Elle vous représente dans le tirage, à la place de votre nom, et vous et nous sommes seuls à savoir qu’elle est la vôtre. Après le tirage, tout le monde peut le vérifier, et la référence vous montre où vous y figurez.',
    held: 'Vous n’avez pas à nous croire sur parole\u00a0: tout le monde peut vérifier le tirage. Cette référence vous y représente, à la place de votre nom, et vous montre votre rang et pourquoi.',
    toDraw: 'Vérifier le tirage',
  },
  calendar: {
    summary: ({ campaign, market }) => `Prévente\u00a0: ${campaign}, ${market}`,
    description: ({ campaign, market }) =>
      `La prévente de ${campaign} à ${market} commence. Votre code d’accès, si vous en avez un, se trouve dans notre e-mail.`,
  },
};
