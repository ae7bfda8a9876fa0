import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../../src/adapters/mime/compose-mail.ts';
import { everyAnswer, type MailChanges, mailNames, mails, wordsOf } from '../support/mail-inputs.ts';
import { market, summerTour } from '../support/summer-tour.ts';

const event = market().event;

describe.each(mailNames)('%s', (name) => {
  test('markup and placeholders are text: they are escaped in HTML, and filled by nobody', () => {
    const evil = `<b>"'&</b></title>{{mail.subject}} {% x %} \${mail.tag}`;
    const changes: MailChanges = {
      campaign: { name: `C${evil}`, artist: `A${evil}` },
      market: { name: `M${evil}`, city: `T${evil}`, event: { ...event, venue: `V${evil}` } },
      entry: { ...everyAnswer, word: `W${evil}`, nickname: 'N {{mail.subject}}' },
    };
    const { html = '', text } = mails[name](changes);
    expect(html).not.toContain('<b>');
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).not.toMatch(/="[^"]*<b>/);
    for (const part of [text, wordsOf(html)]) expect(part).toContain(`C${evil}`);
  });

  test('marks of direction are taken out, so that nothing reads as something else', () => {
    const changes = { firstName: 'Ann\u202egnp.', campaign: { name: 'Summer\u202e Tour\u2066\u200f' }, entry: { ...everyAnswer, word: 'abc\u202edef\u2069' } };
    for (const locale of ['en', 'ar']) {
      const mail = mails[name]({ ...changes, locale });
      const all = `${mail.subject}\n${mail.to.name}\n${mail.text}\n${mail.html}`;
      expect(all).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/);
      expect(all.match(/\u2068/g)?.length ?? 0).toBe(all.match(/\u2069/g)?.length ?? 0);
      expect(all).toContain('Summer Tour');
    }
  });

  test.each(['Ann\r\nBcc: all@example.org', 'win at evil.example', 'https://evil.example', 'x'.repeat(10_000), '<script>', ''])(
    'a name of a fan that should not be repeated is left out: %j',
    (firstName) => {
      const mail = mails[name]({ firstName: firstName, lastName: firstName });
      expect(mail.to.name).toBe('');
      expect(mail.text).toContain('Hello,\n');
      expect(mail.text + mail.html).not.toMatch(/evil|xxxx|<script/);
    },
  );

  test('a line break in the name of a campaign is refused, as it would be one in a header', () => {
    expect(() => mails[name]({ campaign: { name: 'Summer\r\nBcc: all@example.org' } })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  test('very long names go through, in lines that mail servers take', async () => {
    const long = 'Tour é '.repeat(30).trim();
    const bytes = await composeMail(mails[name]({ campaign: { name: long }, market: { name: long, event: { ...event, venue: long } } }));
    expect(
      Math.max(
        ...bytes
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
    expect((await simpleParser(bytes)).subject).toContain(long);
  });
});

describe('the way to the tickets', () => {
  test.each(['', 'javascript:alert(1)', 'JavaScript:alert(1)//https://a.example', 'data:text/html,x', 'tickets.example/london', 'https://'])(
    'is left out where it is no address of the web: %j',
    (link) => {
      for (const mail of [mails.winner({ market: { event: { ...event, link } } }), mails.reminder({ market: { event: { ...event, link } } })]) {
        expect(mail.text + mail.html).not.toMatch(/To the tickets|javascript:|data:/i);
        expect(mail.attachments[0]?.content).not.toMatch(/^URL|javascript|data:/im);
      }
    },
  );

  test('cannot break out of its place', () => {
    const mail = mails.winner({ market: { event: { ...event, link: 'https://tickets.example/"><script>x</script>\r\nATTENDEE:x' } } });
    expect(mail.html).not.toMatch(/<script/);
    expect(mail.attachments[0]?.content).not.toMatch(/^ATTENDEE/m);
  });
});

describe('what a fan wrote freely', () => {
  const receiptWith = (word: string): string => {
    const mail = mails.receipt({ entry: { word } });
    expect(wordsOf(mail.html).includes(word)).toBe(mail.text.includes(word));
    return mail.text;
  };

  test.each(['Play the long one! :) Ann & Bob', 'Encore… 1.5 times', 'Straße & <3', 'مرحبا'])('is repeated: %j', (word) => {
    expect(receiptWith(word)).toContain(word);
  });

  test.each(['buy at https://evil.example', 'see www.evil', 'evil.example', 'evil。example', 'me@evil', 'a'.repeat(301)])(
    'is not, where a mail program would make a link of it, or it is long: %j',
    (word) => {
      const text = receiptWith(word);
      expect(text).not.toContain(word);
      expect(text).toContain('A word to the band: As you wrote it');
    },
  );
});

test('no answer and no name of a fan is in a header', async () => {
  const mail = mails.receipt({ firstName: 'Zebulon', entry: { ...everyAnswer, word: 'Xanadu', nickname: 'Quux' }, campaign: summerTour().campaign });
  const [head = ''] = (await composeMail(mail)).toString('latin1').split('\r\n\r\n');
  expect(head.replace(/^To:.*$/m, '')).not.toMatch(/Zebulon|Xanadu|Quux/);
});
