import type { Market } from '../../../domain/campaign.ts';
import type { ReminderTexts } from './catalogue/reminder-texts.ts';
import { formatInstant } from './language.ts';

export interface ReminderContent {
  readonly campaignName: string;
  readonly market: Pick<Market, 'name' | 'city' | 'timezone' | 'event' | 'codes'>;
  readonly firstName: string | null;
  readonly accessCode: string | null;
  readonly unsubscribeLink: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The reminder in one language; times in the market's zone. Everything that comes from outside is escaped in the HTML part. */
export const renderReminder = (content: ReminderContent, texts: ReminderTexts, tag: string): RenderedMail => {
  const { market, accessCode, unsubscribeLink } = content;
  const event = { campaign: content.campaignName, market: market.name };
  const at = (instant: string): string => formatInstant(instant, market.timezone, tag);
  const { labels } = texts;
  const facts: readonly (readonly [string, string])[] = [
    [labels.market, market.city === market.name ? market.name : `${market.name}, ${market.city}`],
    [labels.venue, market.event.venue],
    [labels.event, at(market.event.date)],
    [labels.presale, at(market.event.presaleDateTime)],
  ];
  const keepSecret = market.codes.mode === 'unique' ? [texts.keepSecret] : [];
  const ticketLink = /^https?:\/\//i.test(market.event.link) ? market.event.link : null;

  const text = [
    texts.greeting(content.firstName),
    '',
    texts.lead(event),
    '',
    ...facts.map(([label, value]) => `${label}: ${value}`),
    ...(accessCode === null ? [] : ['', `${labels.accessCode}: ${accessCode}`, ...keepSecret]),
    ...(ticketLink === null ? [] : ['', `${texts.toTickets}: ${ticketLink}`]),
    '',
    '-- ',
    texts.reason(event),
    `${texts.unsubscribe}: ${unsubscribeLink}`,
    '',
  ].join('\n');

  const rows = facts.map(([label, value]) => `<dt style="${LABEL}">${escapeHtml(label)}</dt><dd style="${VALUE}">${escapeHtml(value)}</dd>`);
  const html = `<!doctype html>
<html lang="${escapeHtml(tag)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(texts.subject(event))}</title></head>
<body style="margin:0 auto;padding:24px;max-width:560px;font:16px/1.5 system-ui,sans-serif">
<p>${escapeHtml(texts.greeting(content.firstName))}</p>
<p>${escapeHtml(texts.lead(event))}</p>
<dl>
${rows.join('\n')}
</dl>
${accessCode === null ? '' : `<p>${escapeHtml(labels.accessCode)}<br><strong style="${CODE}">${escapeHtml(accessCode)}</strong>${keepSecret.map((words) => `<br>${escapeHtml(words)}`).join('')}</p>`}
${ticketLink === null ? '' : `<p><a href="${escapeHtml(ticketLink)}" style="${BUTTON}">${escapeHtml(texts.toTickets)}</a></p>`}
<hr>
<p style="font-size:13px">${escapeHtml(texts.reason(event))}<br><a href="${escapeHtml(unsubscribeLink)}">${escapeHtml(texts.unsubscribe)}</a></p>
</body>
</html>
`;
  return { subject: texts.subject(event), text, html };
};

const LABEL = 'font-size:13px;opacity:.75';
const VALUE = 'margin:0 0 12px';
const CODE = 'font:bold 22px/1.6 ui-monospace,monospace;letter-spacing:.06em';
const BUTTON = 'display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4ed8;color:#fff;text-decoration:none';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
