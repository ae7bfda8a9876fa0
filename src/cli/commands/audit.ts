import type { Command } from 'commander';
import { type AuditRecord, type ChainEnd, firstBroken } from '../../domain/audit-chain.ts';
import { RegError } from '../../errors.ts';
import type { Connection } from '../connection.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, wholeNumber, withConnection } from '../options.ts';
import { table } from '../output.ts';

type Flags = ConnectionFlags & JsonFlag;
type VerifyFlags = Flags & { readonly head?: string };

const PAGE = 1000;

export const addAuditCommands = (program: Command): void => {
  const audit = withConnection(
    program
      .command('audit')
      .option('--after <n>', 'those behind the record with this number', wholeNumber(0, Number.MAX_SAFE_INTEGER), 0)
      .option('--limit <n>', 'at most so many', wholeNumber(1, PAGE), 100)
      .description('what operators and apps changed, and operators read of fans, when and with what outcome'),
  ).action(async ({ after, limit, ...flags }: Flags & { readonly after: number; readonly limit: number }) => {
    const { connection, output } = await openConnection(flags);
    output.answer(await connection.operator.audit({ query: { after, limit } }), ({ records }) =>
      records.length === 0 ? 'No records.' : table([['number', 'at', 'by', 'operation', 'on', 'outcome'], ...records.map(rowOf)]),
    );
  });
  withVerification(audit.command('verify')).action((_: VerifyFlags, command: Command) => verify(command.optsWithGlobals<VerifyFlags>()));
  withVerification(program.command('verify-audit')).action(verify);
};

const withVerification = (command: Command): Command =>
  withConnection(command)
    .option('--head <hash>', 'a hash that this command printed before, which has to be in the chain still: so a cut-off or rewritten end is found')
    .description('recompute the hashes of the audit log and name the first record that does not fit');

const verify = async ({ head, ...flags }: VerifyFlags): Promise<void> => {
  const { connection, output } = await openConnection(flags);
  const { end, isHeadThere } = await walk(connection, head ?? null);
  if (!isHeadThere) throw new RegError('CHAIN_BROKEN', `No record has the hash ${head}: the audit log was cut off or rewritten since it was printed.`);
  const answer = { records: end?.number ?? 0, head: end?.hash ?? null };
  output.answer(answer, ({ records, head: hash }) =>
    hash === null ? 'The audit log is empty.' : `${records} records, each follows the one before. The head to keep elsewhere: ${hash}`,
  );
};

const walk = async ({ operator }: Connection, head: string | null): Promise<{ readonly end: ChainEnd; readonly isHeadThere: boolean }> => {
  let end: ChainEnd = null;
  let isHeadThere = head === null;
  while (true) {
    const { records }: { readonly records: readonly AuditRecord[] } = await operator.audit({ query: { after: end?.number ?? 0, limit: PAGE } });
    const broken = firstBroken(end, records);
    if (broken !== null) {
      throw new RegError('CHAIN_BROKEN', `The audit log was changed: what stands as record ${broken} does not follow the one before it.`, {
        detail: { record: broken },
      });
    }
    isHeadThere ||= records.some(({ hash }) => hash === head);
    if (records.length === 0) return { end, isHeadThere };
    end = records.at(-1) ?? end;
  }
};

const rowOf = ({ number, at, by, service, operation, on, outcome }: AuditRecord): readonly string[] => [
  String(number),
  at,
  `${by.kind} ${by.name}`,
  `${service} ${operation}`,
  Object.values(on).join(' '),
  outcome,
];
