import { type ParsedMail, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';

/** A mailer, and every mail that arrived, as bytes. */
export interface MailerSubject {
  readonly mailer: Mailer;
  arrived(): Promise<readonly Buffer[]>;
}

const mail = (changes: Partial<Mail> = {}): Mail => ({
  messageId: 'abc@tickets.example',
  from: 'Tickets <no-reply@tickets.example>',
  to: { name: 'Zoë "Z" Müller, Jr.', address: 'zoe@example.org' },
  subject: 'Tournée d’été: bientôt',
  text: 'Hallo Zoë\n',
  html: '<p>Hallo Zoë</p>',
  headers: { 'List-Unsubscribe': '<https://tickets.example/unsubscribe?token=abc.def>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  attachments: [],
  date: Date.UTC(2027, 1, 12, 8),
  ...changes,
});

/** What every mailer does, whatever it hands its mails to. */
export const describeMailerContract = (adapter: string, create: () => Promise<MailerSubject>): void => {
  const sent = async (one: Mail): Promise<ParsedMail> => {
    const { mailer, arrived } = await create();
    expect(await mailer.send(one)).toEqual({ state: 'sent' });
    const [bytes] = await arrived();
    return simpleParser(bytes ?? '');
  };

  describe(`mailer: ${adapter}`, () => {
    test('a mail arrives as it was given', async () => {
      const parsed = await sent(mail());
      expect(parsed.messageId).toBe('<abc@tickets.example>');
      expect(parsed.subject).toBe('Tournée d’été: bientôt');
      expect(parsed.text).toContain('Hallo Zoë');
      expect(parsed.html).toContain('<p>Hallo Zoë</p>');
      expect(parsed.date).toEqual(new Date('2027-02-12T08:00:00Z'));
      expect(parsed.from?.value).toEqual([{ name: 'Tickets', address: 'no-reply@tickets.example' }]);
      const to = Array.isArray(parsed.to) ? parsed.to[0] : parsed.to;
      expect(to?.value).toEqual([{ name: 'Zoë "Z" Müller, Jr.', address: 'zoe@example.org' }]);
      expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: 'https://tickets.example/unsubscribe?token=abc.def' } });
    });

    test('an attachment arrives byte for byte, with its name and its type', async () => {
      const content = `BEGIN:VCALENDAR\r\nSUMMARY:${'Tournée d’été, جولة الصيف '.repeat(60)}\r\n.\r\nEND:VCALENDAR\r\n`;
      const parsed = await sent(mail({ attachments: [{ filename: 'été.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content }] }));
      expect(parsed.attachments.map((attachment) => [attachment.filename, attachment.content.toString()])).toEqual([['été.ics', content]]);
      expect(parsed.attachments[0]?.headers.get('content-type')).toMatchObject({ value: 'text/calendar', params: { charset: 'utf-8', method: 'PUBLISH' } });
      expect(parsed.attachments[0]?.headers.get('content-disposition')).toMatchObject({ value: 'attachment' });
      expect(parsed.text).toContain('Hallo Zoë');
      expect(parsed.html).toContain('<p>Hallo Zoë</p>');
    });

    test.each([
      ['the subject', { subject: 'Hi\r\nBcc: everybody@example.org' }],
      ['the name of the receiver', { to: { name: 'Ann\nBcc: everybody@example.org', address: 'ann@example.org' } }],
      ['the address', { to: { name: '', address: 'ann@example.org\r\nBcc: everybody@example.org' } }],
      ['the sender', { from: 'no-reply@tickets.example\nBcc: everybody@example.org' }],
      ['a header', { headers: { 'X-Note': 'a\r\nBcc: everybody@example.org' } }],
      ['the message id', { messageId: 'a@b\r\nBcc: everybody@example.org' }],
      ['the name of an attachment', { attachments: [{ filename: 'a\nb', contentType: 'text/plain', content: '' }] }],
    ] as const)('a line break in %s is refused for good, and nothing is sent', async (_, changes) => {
      const { mailer, arrived } = await create();
      expect(await mailer.send(mail(changes))).toMatchObject({ state: 'failed', retryable: false });
      expect(await arrived()).toEqual([]);
    });
  });
};
