/** A mail server as nodemailer takes it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on. */
  readonly secure: boolean;
  /** Whether mails wait rather than go out without TLS; else it is not even tried. */
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/**
 * `smtps://host` speaks TLS from the first byte on, `smtp://host` asks for it (STARTTLS) and gives up without it. With
 * `?tls=off`, and on the loopback address without `?tls=required`, it does not ask. Ports: 465 and 587 unless given.
 */
export const smtpServerOf = (text: string): SmtpServer => {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const tls = url.searchParams.get('tls') ?? (isLoopback(host) ? 'off' : 'required');
  const without = !secure && tls === 'off';
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !without,
    ignoreTLS: without,
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
};

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
