/** What a reminder says, in one language. Arguments are plain text: whoever puts the result into HTML escapes it. */
export interface ReminderTexts {
  readonly subject: (event: { readonly campaign: string; readonly market: string }) => string;
  /** `firstName` is null where there is none fit to be shown. */
  readonly greeting: (firstName: string | null) => string;
  readonly lead: (event: { readonly campaign: string; readonly market: string }) => string;
  readonly labels: { readonly market: string; readonly venue: string; readonly event: string; readonly presale: string; readonly accessCode: string };
  readonly keepSecret: string;
  readonly toTickets: string;
  readonly reason: (event: { readonly campaign: string }) => string;
  readonly unsubscribe: string;
}
