import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mailHtml } from '../../src/generated/mail/mail-html.ts';
import { type MailView, section } from '../../src/services/user/mail/mail-view.ts';
import { textPart } from '../../src/services/user/mail/text-part.ts';

const design = readFileSync('mail-templates/mail.mjml', 'utf8');
const compiled = readFileSync('src/generated/mail/mail-html.ts', 'utf8');

test('src/generated/mail is compiled from mail-templates/mail.mjml as it is: else run `npm run mail-templates`', () => {
  expect(compiled).toContain(`\n// ${createHash('sha256').update(design).digest('hex')}\n`);
});

/** Each value of a mail is a word of its own. */
const marked: MailView = {
  tag: 'en-GB',
  direction: 'ltr',
  start: 'left',
  end: 'right',
  subject: 'XSUBJECT',
  campaign: 'XCAMPAIGN',
  preheader: 'XPREHEADER',
  title: 'XTITLE',
  greeting: 'XGREETING',
  sections: [
    section({
      heading: 'XHEADING',
      paragraphs: ['XPARAGRAPH1', 'XPARAGRAPH2'],
      facts: [{ label: 'XLABEL', values: ['XVALUE1', 'XVALUE2'] }],
      code: { label: 'XCODELABEL', value: 'XCODE', size: '24px' },
      button: { words: 'XBUTTON', link: 'https://x.example/XLINK' },
      notes: ['XNOTE1', 'XNOTE2'],
    }),
    section({ paragraphs: ['XPARAGRAPH3'] }),
  ],
  reason: 'XREASON',
  unsubscribe: { words: 'XUNSUBSCRIBE', link: 'https://x.example/XOUT' },
};
const markers = [...JSON.stringify(marked).matchAll(/X[A-Z]+\d?/g)].map(([marker]) => marker);

describe('the design shows each value that a mail has', () => {
  test('in HTML, in the order of the mail', () => {
    const html = mailHtml(marked);
    expect(markers.filter((marker) => !html.includes(marker))).toEqual([]);
    const shown = html.slice(html.indexOf('XCAMPAIGN'));
    const order = ['XTITLE', 'XHEADING', 'XPARAGRAPH1', 'XPARAGRAPH2', 'XLABEL', 'XVALUE1', 'XVALUE2', 'XCODE', 'XBUTTON', 'XNOTE1', 'XPARAGRAPH3', 'XREASON'];
    expect(order.map((marker) => shown.indexOf(marker)).toSorted((a, b) => a - b)).toEqual(order.map((marker) => shown.indexOf(marker)));
    expect(html).not.toMatch(/\{\{|\}\}|\$\{|undefined/);
  });

  test('in the text, but for what only mail programs show', () => {
    const text = textPart(marked, ': ');
    expect(markers.filter((marker) => !text.includes(marker))).toEqual(['XSUBJECT', 'XPREHEADER']);
  });

  test('turned round in a language that runs from right to left', () => {
    const html = mailHtml({ ...marked, direction: 'rtl', start: 'right', end: 'left' });
    expect(html).not.toMatch(/align="left"|text-align:left|direction:ltr/);
    expect(html.match(/dir="ltr"/g)).toHaveLength(1);
  });
});

describe('words can be read on their background, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)', () => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string): number => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };

  test.each([
    ['words on the card', '#1f2937', '#ffffff', 4.5],
    ['small words on the card', '#4b5563', '#ffffff', 4.5],
    ['the name of the campaign', '#2563eb', '#ffffff', 4.5],
    ['small words beside a code', '#4b5563', '#eef1f6', 4.5],
    ['the foot', '#4b5563', '#f3f4f6', 4.5],
    ['the link of the foot', '#1d4ed8', '#f3f4f6', 4.5],
    ['words on the button', '#ffffff', '#2563eb', 4.5],
    ['the button on the card', '#2563eb', '#ffffff', 3],
    ['dark: words on the card', '#e6e9ee', '#1c2128', 4.5],
    ['dark: small words on the card', '#aab2bd', '#1c2128', 4.5],
    ['dark: the name of the campaign', '#8ab4f8', '#1c2128', 4.5],
    ['dark: words beside a code', '#aab2bd', '#2a313b', 4.5],
    ['dark: the foot', '#aab2bd', '#111418', 4.5],
    ['dark: the link of the foot', '#8ab4f8', '#111418', 4.5],
    ['dark: the button on the card', '#2563eb', '#1c2128', 3],
  ])('%s', (_, front, back, least) => {
    expect(design).toContain(front);
    expect(design).toContain(back);
    expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
  });

  test('the design has no colour besides', () => {
    const known = [
      '#1f2937',
      '#ffffff',
      '#4b5563',
      '#2563eb',
      '#eef1f6',
      '#f3f4f6',
      '#1d4ed8',
      '#e6e9ee',
      '#aab2bd',
      '#8ab4f8',
      '#1c2128',
      '#2a313b',
      '#111418',
    ];
    expect(new Set(design.match(/#[0-9a-f]{6}\b/g))).toEqual(new Set(known));
  });
});
