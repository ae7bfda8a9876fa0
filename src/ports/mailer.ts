/** One mail, complete. No header holds a line break; adapters refuse one that does. */
export interface Mail {
  /** Stable per job: `<key>@host`, so that a mail seen twice is known. */
  readonly messageId: string;
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly content: string }[];
  /** UTC milliseconds. */
  readonly date: number;
}

/**
 * `ambiguous`: the server may have taken it, so it must not be sent again blindly.
 * `failed`: it surely was not taken; `retryable` says whether later may help.
 */
export type MailOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly reason: string; readonly retryable: boolean }
  | { readonly state: 'ambiguous'; readonly reason: string };

export interface Mailer {
  /** Never throws for what the mail server did. Providers know no idempotency. */
  send(mail: Mail): Promise<MailOutcome>;
}
