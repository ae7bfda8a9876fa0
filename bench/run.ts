import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

/** One whole `reg run`: seconds and entries a second by stage, and the peak of memory. */
export interface RunFigures {
  readonly fans: number;
  readonly seconds: Readonly<Record<string, number>>;
  readonly perSecond: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
}

const MARKETS = ['run-london', 'run-paris', 'run-berlin', 'run-dublin'];

export const measureRun = async (fans: number): Promise<RunFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'reg-bench-'));
  try {
    await writeCampaign(folder, fans);
    return await run(folder, fans);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const run = async (folder: string, fans: number): Promise<RunFigures> => {
  const data = join(folder, 'data');
  const peakFile = join(folder, 'peak');
  const args = [
    '--import',
    new URL('./report-peak.ts', import.meta.url).href,
    fileURLToPath(new URL('../src/cli/reg.ts', import.meta.url)),
    'run',
    folder,
    '--data',
    data,
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, BENCH_PEAK_FILE: peakFile, REG_LOG_LEVEL: 'error' },
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`reg run ended with ${status}: ${complaint.slice(-2000)}`);
  const summary = JSON.parse(await readFile(join(data, 'reports', 'bench-run', 'summary.json'), 'utf8')) as {
    readonly registered: number;
    readonly reconciled: boolean;
    readonly seconds: Readonly<Record<string, number>>;
  };
  if (summary.registered !== fans || !summary.reconciled)
    throw new Error(`${summary.registered} of ${fans} fans were registered; reconciled: ${summary.reconciled}`);
  return {
    fans,
    seconds: summary.seconds,
    perSecond: Object.fromEntries(Object.entries(summary.seconds).map(([stage, seconds]) => [stage, Math.round(fans / Math.max(seconds, 0.001))])),
    peakMegabytes: Number(await readFile(peakFile, 'utf8')),
  };
};

/** One fan in five wins, in four markets with unique codes. */
const writeCampaign = async (folder: string, fans: number): Promise<void> => {
  const capacity = Math.ceil(fans / 20);
  const campaign = {
    slug: 'bench-run',
    name: 'Bench',
    artist: 'The Example Band',
    referenceTimezone: 'Europe/London',
    date: {
      open: '2027-02-01T10:00:00Z',
      close: '2027-02-08T10:00:00Z',
      presaleStart: '2027-02-12T10:00:00Z',
      presaleEnd: '2027-02-14T10:00:00Z',
      reminders: ['2027-02-12T08:00:00Z'],
    },
    locales: ['en'],
    selection: { method: 'weighted', maxLots: 5 },
    preferences: [
      { key: 'markets', type: 'markets' },
      { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
    ],
    markets: MARKETS.map((id) => ({
      id,
      name: id,
      city: 'City',
      country: 'GB',
      timezone: 'Europe/London',
      capacity,
      waitlistCapacity: Math.ceil(capacity / 10),
      codes: { mode: 'unique' },
      event: {
        ids: [id],
        date: '2027-06-01T19:00:00Z',
        presaleDateTime: '2027-02-12T10:00:00Z',
        venue: 'Hall',
        link: 'https://tickets.example/',
        ticketer: 'example',
      },
    })),
  };
  await writeFile(join(folder, 'campaign.yaml'), stringify(campaign));
  const lines = ['globalUserId,email,phoneNumber,firstName,lastName,postalCode,countryCode,locale,memberId,tickets,markets'];
  for (let index = 0; index < fans; index++) {
    const fan = `fan-${index.toString().padStart(7, '0')}`;
    const ranking = `${MARKETS[index % 4]}>${MARKETS[(index + 1 + (index % 3)) % 4]}`;
    lines.push(`${fan},${fan}@example.org,,Ann,Example,N1 9GU,GB,en,${index % 7 === 0 ? `M${index}` : ''},${1 + (index % 4)},${ranking}`);
  }
  await writeFile(join(folder, 'fans.csv'), `${lines.join('\n')}\n`);
  await mkdir(join(folder, 'codes'));
  for (const market of MARKETS) {
    const codes = Array.from({ length: Math.ceil(capacity * 1.1) }, (_, index) => `${market.toUpperCase()}-${index.toString(36).padStart(8, '0')}`);
    await writeFile(join(folder, 'codes', `${market}.csv`), `${codes.join('\n')}\n`);
  }
};
