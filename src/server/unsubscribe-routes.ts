import type { FastifyInstance, FastifyReply } from 'fastify';
import type { UnsubscribeLinks } from '../services/user/mail/unsubscribe-links.ts';
import { securityHeaders } from './security-headers.ts';

export interface UnsubscribeOptions {
  readonly links: () => Promise<UnsubscribeLinks>;
  readonly unsubscribe: (globalUserId: string) => Promise<void>;
}

interface Query {
  readonly token?: string | readonly string[];
}

/**
 * Where the links in mails lead. Opening one changes nothing, as mail scanners open every link; the button does, and so
 * does a mail program's one click (RFC 8058). Every token that is none gets the same answer.
 */
export const registerUnsubscribeRoutes = (app: FastifyInstance, { links, unsubscribe }: UnsubscribeOptions): void => {
  const fanOf = async ({ token }: Query): Promise<string | null> => (typeof token === 'string' ? (await links()).fanOf(token) : null);

  app.register(async (scope) => {
    // Mail programs post a form, or nothing: what counts is in the address.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, _body, done) => done(null, null));

    scope.get<{ Querystring: Query }>('/unsubscribe', async ({ query }, reply) => {
      const fan = await fanOf(query);
      return fan === null ? answer(reply, 404, UNKNOWN) : answer(reply, 200, QUESTION);
    });

    scope.post<{ Querystring: Query }>('/unsubscribe', async ({ query }, reply) => {
      const fan = await fanOf(query);
      if (fan === null) return answer(reply, 404, UNKNOWN);
      await unsubscribe(fan);
      return answer(reply, 200, DONE);
    });
  });
};

const MAX_BODY_BYTES = 4096;

const answer = (reply: FastifyReply, status: number, content: string): FastifyReply =>
  reply
    .code(status)
    .headers({
      ...securityHeaders,
      'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html>\n<html lang="en"><head><meta name="viewport" content="width=device-width"><title>Mails</title></head><body>${content}</body></html>\n`,
    );

const QUESTION = '<form method="post"><p>Get no more mails from us?</p><button>Yes, no more mails</button></form>';
const DONE = '<p>Done: you will get no more mails from us.</p>';
const UNKNOWN = '<p>This link is not complete. Please open it from the mail again, whole.</p>';
