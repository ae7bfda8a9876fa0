import { createHash } from 'node:crypto';
import mustache, { type TemplateSpans } from 'mustache';

/**
 * The function that fills a compiled template, as TypeScript: no template is read or interpreted when mails are made, and
 * the compiler holds each name in the template against the type of what it is filled with.
 */
export const filledBy = (html: string, source: string): string => {
  const spans = mustache.parse(turnable(shortened(html)));
  return `// Compiled from mail-templates/mail.mjml by \`npm run mail-templates\`; SHA-256 of that file:
// ${createHash('sha256').update(source).digest('hex')}
import { each, escapeHtml } from '../../services/user/mail/html-filling.ts';
import type { MailView } from '../../services/user/mail/mail-view.ts';

/** The HTML part of a mail, each value escaped. */
export const mailHtml = (mail: MailView): string => \`${filling(spans, 'mail', 1)}\`;
`;
};

/** White space of MJML's that nobody sees. */
const shortened = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Left and right become where a line starts and ends, but for what has its direction for good. */
const turnable = (html: string): string =>
  html.replace(/<[^>]*>/g, (tag) =>
    tag.includes('dir="ltr"')
      ? tag
      : tag
          .replaceAll('direction:ltr', 'direction:{{mail.direction}}')
          .replaceAll(/(align="|text-align:)left/g, '$1{{mail.start}}')
          .replaceAll(/(align="|text-align:)right/g, '$1{{mail.end}}'),
  );

/** The inside of a template literal; `scope` is what the innermost section is about. */
const filling = (spans: TemplateSpans, scope: string, depth: number): string =>
  spans
    .map(([kind, text, , , inside]) => {
      if (kind === 'text') return text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&');
      if (kind === 'name') return `\${escapeHtml(${nameIn(scope, text)})}`;
      if (kind === '#' && Array.isArray(inside)) {
        const one = `one${depth}`;
        return `\${each(${nameIn(scope, text)}, (${one}) => \`${filling(inside, one, depth + 1)}\`)}`;
      }
      throw new Error(`mail.mjml: {{${kind}${text}}} is not for mails: every value is escaped, and sections are for what is there.`);
    })
    .join('');

const nameIn = (scope: string, name: string): string => {
  if (name === '.') return scope;
  if (!/^[a-z]+(\.[a-z]+)*$/i.test(name)) throw new Error(`mail.mjml: {{${name}}} is no name.`);
  return name.startsWith('mail.') ? name : `${scope}.${name}`;
};
