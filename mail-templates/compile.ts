import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { filledBy } from './filled-by.ts';

/** `npm run mail-templates`: compiles mail.mjml into the function that fills it. */
const source = readFileSync(join(import.meta.dirname, 'mail.mjml'), 'utf8');
const { html, errors } = await mjml2html(source, { validationLevel: 'strict', keepComments: false });
if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));

const folder = join(import.meta.dirname, '../src/generated/mail');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'mail-html.ts'), filledBy(html, source));
