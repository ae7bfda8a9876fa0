import { describe, expect, test } from 'vitest';
import { readBounce } from '../../src/adapters/mime/read-bounce.ts';
import { bounceMail } from '../support/bounce-mail.ts';

const NAME = '0123456789abcdef0123456789abcdef01234567';
const read = (text: string) => readBounce(Buffer.from(text, 'utf8'));
const returned = { kind: 'returned', returned: { mail: NAME, recipients: ['zoe@example.org', 'zoe@example.org'], status: '5.1.1' } };

describe('which mail came back stands', () => {
  test.each([
    ['in the address that the report came to', { to: `bounces+${NAME}@tickets.example` }],
    ["in the envelope's id", { envelopeId: NAME }],
    ['in the headers that the report gives back', { returnedMessageId: `<${NAME}@tickets.example>` }],
  ])('%s', async (_, where) => {
    expect(await read(bounceMail(where))).toEqual(returned);
  });

  test('nowhere in a report that is about no mail of ours', async () => {
    expect(await read(bounceMail({ to: 'bounces+someone@tickets.example', returnedMessageId: '<1@elsewhere.example>' }))).toEqual({ kind: 'other' });
  });
});

describe('a report', () => {
  const to = `bounces+${NAME}@tickets.example`;

  test.each(['delayed', 'relayed', 'delivered', 'expanded'])('of an action that is %s is no bounce', async (action) => {
    expect(await read(bounceMail({ to, action, status: '4.4.1' }))).toEqual({ kind: 'late' });
  });

  test('of a mail that was forwarded names both addresses', async () => {
    expect(await read(bounceMail({ to, finalRecipient: 'RFC822;<zoe@forwarded.example>', status: '5.2.1 (mailbox disabled)' }))).toEqual({
      kind: 'returned',
      returned: { mail: NAME, recipients: ['zoe@example.org', 'zoe@forwarded.example'], status: '5.2.1' },
    });
  });

  test('without a status that can be read is of the kind that says nothing more', async () => {
    expect(await read(bounceMail({ to, status: 'unknown', originalRecipient: 'x400; /c=gb' }))).toEqual({
      kind: 'returned',
      returned: { mail: NAME, recipients: ['zoe@example.org'], status: '5.0.0' },
    });
  });
});

test.each([
  [
    'an answer of somebody on holiday',
    `From: zoe@example.org\r\nTo: bounces+${NAME}@tickets.example\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nUntil Monday.\r\n`,
  ],
  ['no mail at all', '\u0000\u0001\u0002'],
  ['an empty file', ''],
  ['a report that was cut off', bounceMail({ to: `bounces+${NAME}@tickets.example` }).split('Final-Recipient')[0] ?? ''],
])('%s is no bounce', async (_, text) => {
  expect(await read(text)).toEqual({ kind: 'other' });
});
