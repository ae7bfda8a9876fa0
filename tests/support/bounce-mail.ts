/** A bounce as Postfix writes one (its bounce(5), and RFC 3464), about a mail to Zoë. */
export const bounceMail = ({
  to = 'bounces@tickets.example',
  action = 'failed',
  status = '5.1.1',
  envelopeId = '',
  finalRecipient = 'rfc822; zoe@example.org',
  originalRecipient = 'rfc822;zoe@example.org',
  returnedMessageId = '',
}: {
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly envelopeId?: string;
  readonly finalRecipient?: string;
  readonly originalRecipient?: string;
  readonly returnedMessageId?: string;
} = {}): string =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="B4A1E2.1"',
    'Message-Id: <20270212080001.1@mail.example>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--B4A1E2.1',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mail.example. <zoe@example.org>: unknown user',
    '',
    '--B4A1E2.1',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    ...(envelopeId === '' ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    'Arrival-Date: Fri, 12 Feb 2027 08:00:00 +0000 (UTC)',
    '',
    `Final-Recipient: ${finalRecipient}`,
    `Original-Recipient: ${originalRecipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.example.org',
    'Diagnostic-Code: smtp; 550 5.1.1 <zoe@example.org>:',
    '    Recipient address rejected: User unknown',
    '',
    '--B4A1E2.1',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    'From: no-reply@tickets.example',
    ...(returnedMessageId === '' ? [] : [`Message-ID: ${returnedMessageId}`]),
    'Subject: Soon',
    '',
    '--B4A1E2.1--',
    '',
  ].join('\r\n');
