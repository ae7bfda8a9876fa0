/** What the mails say, in one language. Arguments are plain text that may be shown: whoever puts the result into HTML escapes it. */
export interface MailTexts {
  readonly direction: 'ltr' | 'rtl';
  /** Between a label and its value, and between parts of one value. */
  readonly colon: string;
  readonly comma: string;
  /** `firstName` is null where there is none fit to be shown. */
  readonly greeting: (firstName: string | null) => string;
  readonly labels: Readonly<Record<FactName, string>>;
  readonly yes: string;
  readonly no: string;
  /** In place of an answer that is better not repeated. */
  readonly given: string;
  readonly tickets: Plurals;
  readonly keepSecret: string;
  readonly toTickets: string;
  readonly calendarAttached: string;
  readonly reason: (about: { readonly campaign: string }) => string;
  readonly unsubscribe: string;
  readonly reminder: Opening<Event>;
  readonly receipt: ReceiptTexts;
  readonly winner: Opening<Event>;
  readonly waitlist: WaitlistTexts;
  readonly loser: Opening<{ readonly campaign: string }>;
  readonly check: CheckTexts;
  readonly calendar: CalendarTexts;
}

export type FactName = 'artist' | 'tour' | 'market' | 'venue' | 'event' | 'presale' | 'presaleEnd' | 'accessCode' | 'reference';

/** A campaign and one of its markets, by their names. */
export interface Event {
  readonly campaign: string;
  readonly market: string;
}

/** How a mail begins. Subjects go without marks of direction: one in a right-to-left language begins with a word of that language. */
export interface Opening<About> {
  readonly subject: (about: About) => string;
  readonly title: string;
  readonly lead: (about: About) => string;
}

export interface ReceiptTexts extends Opening<{ readonly campaign: string }> {
  readonly answers: string;
  readonly next: string;
  readonly closes: (at: { readonly close: string }) => string;
  readonly draw: string;
  readonly change: string;
  readonly toChange: string;
}

export interface WaitlistTexts extends Opening<{ readonly campaign: string }> {
  readonly places: string;
  readonly place: (at: { readonly place: string }) => string;
  readonly next: string;
}

/** What the reference is for. */
export interface CheckTexts {
  readonly reference: string;
  readonly ahead: string;
  readonly held: string;
  readonly toDraw: string;
}

export interface CalendarTexts {
  readonly summary: (event: Event) => string;
  readonly description: (event: Event) => string;
}

/** One form a category of `Intl.PluralRules` that the language has; `count` is written in its digits. */
export type Plurals = { readonly other: (count: string) => string } & Readonly<Partial<Record<Intl.LDMLPluralRule, (count: string) => string>>>;
