import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues } from '../src/services/user/mail/language.ts';
import { type SampleName, sampleMail, sampleNames } from './samples.ts';

/**
 * `npm --prefix mail-templates run preview [-- --pictures]`: each mail in each language as a page in dist/mails, and with
 * `--pictures` those of docs/mails.md, taken by the Chromium that CHROMIUM names (default: /usr/bin/chromium).
 */
const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/mails');
const fileOf = (name: SampleName, tag: string): string => join(folder, `${name}.${tag}.html`);

mkdirSync(folder, { recursive: true });
for (const tag of Object.keys(catalogues)) {
  for (const name of sampleNames) {
    const { html = '', text } = sampleMail(name, tag);
    writeFileSync(fileOf(name, tag), html);
    writeFileSync(fileOf(name, tag).replace(/html$/, 'txt'), text);
  }
}
process.stdout.write(`${folder}\n`);

const PICTURES: readonly (readonly [SampleName, string, 'light' | 'dark'])[] = [
  ['receipt', 'en', 'light'],
  ['winner', 'de', 'light'],
  ['winner', 'de', 'dark'],
  ['reminder', 'en', 'dark'],
  ['waitlist', 'ar', 'light'],
  ['loser', 'fr', 'dark'],
];

if (process.argv.includes('--pictures')) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  mkdirSync(join(root, 'docs/mails'), { recursive: true });
  for (const [name, tag, colorScheme] of PICTURES) {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 }, colorScheme });
    await page.goto(`file://${fileOf(name, tag)}`);
    await page.screenshot({ path: join(root, `docs/mails/${name}.${tag}.${colorScheme}.png`), fullPage: true });
    await page.close();
  }
  await browser.close();
}
