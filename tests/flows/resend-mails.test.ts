import { expect, onTestFinished, test, vi } from 'vitest';
import { openGateWorld } from '../support/gate-world.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Commands are processes of their own, on two busy processors. */
const PATIENCE_MS = 180_000;

test('an operator sees which mails failed and has one of them sent again, which is written down', { timeout: PATIENCE_MS }, async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  onTestFinished(world.close);
  const { connection, reg } = world;
  await world.putCampaign('tour', { options: { automatedReceipts: true } });
  for (const fan of ['ann', 'bob']) await world.register('tour', { globalUserId: fan });
  await world.idle();
  const user = (globalUserId: string, email: string) => ({ globalUserId, email, firstName: 'Ann', lastName: 'Lee', locale: 'en' });
  await connection.user.upsertUsers({ body: { users: [user('ann', 'nowhere'), user('bob', 'nowhere')] } });
  const counted = async () => (await connection.user.countEmailJobs({ query: { campaignId: 'tour' } })).counts;
  const settled = (counts: Partial<Awaited<ReturnType<typeof counted>>>) =>
    vi.waitFor(async () => {
      await connection.user.sendDue({ body: { limit: 10 } });
      expect(await counted()).toMatchObject({ planned: 0, sending: 0, ...counts });
    });
  await settled({ failed: 2 });

  expect(await reg('mails', 'list', 'tour', '--state', 'ambiguous')).toEqual({ mails: [] });
  const { mails } = (await reg('mails', 'list', 'tour', '--state', 'failed')) as { readonly mails: readonly object[] };
  expect(mails).toHaveLength(2);
  expect(mails).toContainEqual({
    campaignId: 'tour',
    marketId: null,
    globalUserId: 'ann',
    template: 'receipt',
    occurrence: expect.any(String),
    reason: expect.stringContaining('no e-mail address'),
  });

  await connection.user.upsertUsers({ body: { users: [user('ann', 'ann@example.org')] } });
  expect(await reg('mails', 'resend', 'tour', '--state', 'ambiguous')).toEqual({ planned: 0 });
  expect(await reg('mails', 'resend', 'tour', '--state', 'failed', '--fan', 'ann', '--template', 'receipt')).toEqual({ planned: 1 });
  await settled({ failed: 1, sent: 1 });
  const { records } = (await reg('audit', '--limit', '100')) as { readonly records: readonly object[] };
  expect(records).toContainEqual(expect.objectContaining({ operation: 'resendEmailJobs', outcome: 'DONE', on: { campaignId: 'tour' } }));
});
