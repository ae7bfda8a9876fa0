import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { createSesMailer, SES_CLIENT } from '../../src/adapters/aws/ses-mailer.ts';
import { freshName, ministack } from './ministack.ts';

interface TakenMail {
  readonly To: readonly string[];
  readonly Subject: string;
  readonly BodyText: string;
}

test('SES refuses a sender whom it does not know for good, and takes the mail for its one receiver once it does', async () => {
  const server = ministack();
  const client = new SESv2Client({ ...server, ...SES_CLIENT });
  const mailer = createSesMailer({ client });
  const domain = `${freshName('tickets')}.example`;
  const address = `ann@${domain}`;
  const mail = {
    messageId: `abc@${domain}`,
    from: `Tickets <no-reply@${domain}>`,
    to: { name: 'Zoë', address },
    subject: 'Tournée d’été',
    text: 'Hallo Zoë\n',
    headers: {},
    attachments: [],
    date: Date.UTC(2027, 1, 12, 8),
  };
  expect(await mailer.send(mail)).toEqual({ state: 'failed', reason: 'SES did not take it (MessageRejected)', retryable: false });
  await client.send(new CreateEmailIdentityCommand({ EmailIdentity: domain }));
  expect(await mailer.send(mail)).toEqual({ state: 'sent' });
  const answer = await fetch(`${server.endpoint}/_ministack/ses/messages?account=000000000000`);
  const { messages } = (await answer.json()) as { readonly messages: Readonly<Record<string, readonly TakenMail[]>> };
  const mine = Object.values(messages)
    .flat()
    .filter(({ To }) => To.includes(address));
  expect(mine).toMatchObject([{ To: [address], Subject: 'Tournée d’été', BodyText: expect.stringContaining('Hallo Zoë') }]);
});
