import type { MailSection, MailView } from './mail-view.ts';

/** The HTML part. Every value is escaped. */
export const htmlPart = (view: MailView): string => `<!doctype html>
<html lang="${escapeHtml(view.tag)}" dir="${view.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(view.subject)}</title></head>
<body style="margin:0 auto;padding:24px;max-width:560px;font:16px/1.5 system-ui,sans-serif">
<h1>${escapeHtml(view.title)}</h1>
<p>${escapeHtml(view.greeting)}</p>
${view.sections.map(sectionHtml).join('\n')}
<hr>
<p style="font-size:13px">${escapeHtml(view.reason)}<br><a href="${escapeHtml(view.unsubscribe.link)}">${escapeHtml(view.unsubscribe.words)}</a></p>
</body>
</html>
`;

const sectionHtml = ({ heading, paragraphs, facts, code, button, notes }: MailSection): string =>
  [
    ...(heading === null ? [] : [`<h2>${escapeHtml(heading)}</h2>`]),
    ...paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`),
    ...facts.map(({ label, values }) => `<p>${escapeHtml(label)}<br>${values.map(escapeHtml).join('<br>')}</p>`),
    ...(code === null ? [] : [`<p>${escapeHtml(code.label)}<br><strong dir="ltr">${escapeHtml(code.value)}</strong></p>`]),
    ...(button === null ? [] : [`<p><a href="${escapeHtml(button.link)}">${escapeHtml(button.words)}</a></p>`]),
    ...notes.map((words) => `<p style="font-size:13px">${escapeHtml(words)}</p>`),
  ].join('\n');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
