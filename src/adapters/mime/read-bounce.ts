import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { isMailName } from '../../domain/mail-name.ts';

/** A report that a mail could not be delivered, for good. */
export interface ReturnedMail {
  /** The name of the mail (`mailNameOf`). */
  readonly mail: string;
  /** The addresses that the report names, the one that was sent to and the one it failed at. */
  readonly recipients: readonly string[];
  /** As in RFC 3463: `5.1.1`. */
  readonly status: string;
}

/** What a file holds: a report about one of our mails; a report that a mail is only late, or was delivered; anything else. */
export type BounceReading = { readonly kind: 'returned'; readonly returned: ReturnedMail } | { readonly kind: 'late' } | { readonly kind: 'other' };

/** The report as a part of its own, rather than in the text; and no work on what nobody reads here. */
const PARSING = { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };

/**
 * Reads a mail that came to the bounce address: a delivery status notification (RFC 3464). Which of our mails it is about
 * stands in the address it came to, in the envelope's id, or in the headers of the mail that it gives back.
 */
export const readBounce = async (bytes: Buffer): Promise<BounceReading> => {
  const mail = await simpleParser(bytes, PARSING);
  const report = partOf(mail, 'message/delivery-status');
  if (report === null) return { kind: 'other' };
  const [ofMessage = new Map<string, string>(), ...ofRecipients] = report.split(/\r?\n\r?\n/).map(fieldsIn);
  const recipients = ofRecipients.filter((fields) => fields.has('final-recipient'));
  const failed = recipients.find((fields) => fields.get('action')?.toLowerCase() === 'failed');
  if (failed === undefined) return { kind: recipients.length === 0 ? 'other' : 'late' };
  const name = nameIn(mail, ofMessage);
  if (name === null) return { kind: 'other' };
  return {
    kind: 'returned',
    returned: {
      mail: name,
      recipients: [failed.get('original-recipient'), failed.get('final-recipient')].flatMap((field) => addressIn(field ?? '')),
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failed.get('status') ?? '')?.[0] ?? '5.0.0',
    },
  };
};

const partOf = ({ attachments }: ParsedMail, ...types: readonly string[]): string | null =>
  attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8') ?? null;

/** Fields of one group, by their names in lower case; a line that begins with a space goes on with the one before. */
const fieldsIn = (group: string): Map<string, string> =>
  new Map(
    group
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [, name = '', value = ''] = /^([\w-]+):(.*)$/.exec(line) ?? [];
        return name === '' ? [] : [[name.toLowerCase(), value.trim()] as const];
      }),
  );

/** `rfc822; ann@example.org` (RFC 3464, 2.1.2). */
const addressIn = (field: string): readonly string[] => {
  const [, address = ''] = /^(?:rfc822|utf-8)\s*;\s*<?([^\s<>]{3,320})>?$/i.exec(field) ?? [];
  return address === '' ? [] : [address];
};

const nameIn = (mail: ParsedMail, ofMessage: ReadonlyMap<string, string>): string | null => {
  const to = [mail.to ?? []].flat().flatMap(({ value }: AddressObject) => value.map(({ address = '' }) => address));
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((header) => String(mail.headers.get(header) ?? ''));
  const addressed = [...to, ...delivered].map((address) => /\+([^+@]+)@/.exec(address)?.[1] ?? '');
  const returned = partOf(mail, 'text/rfc822-headers', 'message/rfc822', 'message/rfc822-headers') ?? '';
  const messageId = /^message-id:\s*<([^@>]+)@/im.exec(returned)?.[1] ?? '';
  return [...addressed, ofMessage.get('original-envelope-id') ?? '', messageId].find(isMailName) ?? null;
};
