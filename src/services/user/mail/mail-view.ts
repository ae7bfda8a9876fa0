/** What a mail shows, in this order, in both its parts. All plain text, ready to be read; the template escapes it. */
export interface MailView {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** The sides where lines of this direction start and end. */
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
  readonly subject: string;
  /** Its name, above the title. */
  readonly campaign: string;
  /** What lists of mails show beside the subject. */
  readonly preheader: string;
  readonly title: string;
  readonly greeting: string;
  readonly sections: readonly MailSection[];
  readonly reason: string;
  readonly unsubscribe: { readonly words: string; readonly link: string };
}

/** Null and empty parts are left out. */
export interface MailSection {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly facts: readonly MailFact[];
  readonly code: MailCode | null;
  readonly button: { readonly words: string; readonly link: string } | null;
  /** After the rest, smaller. */
  readonly notes: readonly string[];
}

export interface MailFact {
  readonly label: string;
  /** One a line. */
  readonly values: readonly string[];
}

/** To be copied, so it stands alone on its line and always runs from left to right. */
export interface MailCode {
  readonly label: string;
  readonly value: string;
  /** Long ones are set smaller. */
  readonly size: '24px' | '13px';
}

export const section = (parts: Partial<MailSection>): MailSection => ({
  heading: null,
  paragraphs: [],
  facts: [],
  code: null,
  button: null,
  notes: [],
  ...parts,
});
