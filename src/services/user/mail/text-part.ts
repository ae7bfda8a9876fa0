import type { MailFact, MailSection, MailView } from './mail-view.ts';

/** The text part: the same words as the HTML part. `colon` stands between a label and its value. */
export const textPart = (view: MailView, colon: string): string =>
  [
    view.campaign,
    view.title,
    '',
    view.greeting,
    ...view.sections.flatMap((section) => ['', ...sectionLines(section, colon)]),
    '',
    '-- ',
    view.reason,
    `${view.unsubscribe.words}${colon}${view.unsubscribe.link}`,
    '',
  ].join('\n');

const sectionLines = ({ heading, paragraphs, facts, code, button, notes }: MailSection, colon: string): readonly string[] => {
  const parts: readonly (readonly string[])[] = [
    heading === null ? [] : [`* ${heading}`],
    ...paragraphs.map((paragraph) => [paragraph]),
    facts.flatMap((fact) => factLines(fact, colon)),
    // Alone on its line, so that nothing is copied along.
    code === null ? [] : [`${code.label}${colon.trimEnd()}`, code.value],
    button === null ? [] : [`${button.words}${colon.trimEnd()}`, button.link],
    notes,
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
};

const factLines = ({ label, values }: MailFact, colon: string): readonly string[] =>
  values.length === 1 ? [`${label}${colon}${values[0]}`] : [`${label}${colon.trimEnd()}`, ...values.map((value) => `  ${value}`)];
