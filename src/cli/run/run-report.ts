import { table } from '../output.ts';
import type { RunResult } from './run-campaign.ts';

/** What a run ends with: what went through each hop, and whether everything agrees. */
export const runReport = ({ summary, flow, winners, folder, problems }: RunResult): string => {
  const { registered, refused, withdrawn, replicated, markets, mail, records, seconds, preRegistration: pre, scores, draws, redemptions } = summary;
  return [
    table([
      ['hop', 'count'],
      ...(pre === undefined
        ? []
        : [[`${pre.slug}: registered`, pre.registered], ...counted(`${pre.slug}: refused`, pre.refused), [`${pre.slug}: moved on`, pre.moved]]),
      ['registered', registered],
      ...counted('refused', refused),
      ['replicated', replicated],
      ...(scores === undefined ? [] : [['scores set', scores.imported]]),
      ...Object.entries(draws ?? {}).map(([draw, { entrants }]) => [`entrants of draw ${draw}`, entrants]),
      ['winners', winners],
      ['withdrawn', withdrawn],
      ['mails planned', mail.planned],
      ['mails sent', mail.sent],
      ...(redemptions === undefined ? [] : [['codes redeemed', redemptions.redeemed], ...counted('not redeemed', redemptions.refused)]),
      ...Object.entries(records).map(([topic, count]) => [topic, count]),
    ]),
    table([
      ['queue', 'sent', 'done', 'left', 'dead'],
      ...flow.queues.map((one) => [one.queue, one.sent ?? '-', one.done ?? '-', one.waiting + one.inFlight + one.delayed, one.deadLetters]),
      ...flow.streams.map((one) => [`stream to ${one.worker}`, '', '', one.behind ?? '-', one.deadLetters]),
    ]),
    table([
      ['market', 'eligible', 'selected', 'waitlisted', 'reserved', 'assigned', 'promoted'],
      ...Object.entries(markets).map(([id, one]) => [id, one.eligible, one.selected, one.waitlisted, one.reserved, one.assigned, one.promoted]),
    ]),
    `seconds: ${Object.entries(seconds)
      .map(([stage, spent]) => `${stage} ${spent.toFixed(1)}`)
      .join(', ')}`,
    ...(problems.length === 0
      ? [`Everything agrees. Reports: ${folder}`]
      : [[`NOT reconciled. Reports: ${folder}`, ...problems.map((line) => `- ${line}`)].join('\n')]),
  ].join('\n\n');
};

const counted = (what: string, rows: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(rows)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => [`${what}: ${reason}`, count]);
