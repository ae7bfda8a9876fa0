import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';

/** What a link shows as its own, PEM. */
export interface LinkCertificate {
  readonly cert: string;
  readonly key: string;
}

/** The way to a server on the loopback address, which can be made slow, be cut, and speak TLS in front of a server that does not. */
export interface Link {
  readonly port: number;
  /** Every piece of an answer comes so much later; 0 ends that. */
  slowBy(milliseconds: number): void;
  /** Ends what is open. */
  drop(): void;
  /** What connections are shown from now on; those that are open end. */
  certify(certificate: LinkCertificate): void;
  close(): Promise<void>;
}

export interface LinkOptions {
  /** Port of the server on 127.0.0.1. */
  readonly to: number;
  /** Where to listen; default a free port. */
  readonly port?: number;
  /** Null: the bytes as they are. */
  readonly certificate: LinkCertificate | null;
}

/** Opens the way to a server. */
export const openLink = async ({ to, port = 0, certificate }: LinkOptions): Promise<Link> => {
  let delay = 0;
  let secure: SecureContext | null = certificate === null ? null : createSecureContext({ ...certificate });
  const open = new Set<Socket>();

  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  };

  /** Pieces keep their order whatever the delay was when they came. */
  const late = (from: Socket, into: Socket): void => {
    let before: Promise<void> = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      const due = delay;
      const arrived = wait(due);
      before = before.then(async () => {
        if (due > 0) await arrived;
        if (!into.destroyed) into.write(piece);
      });
    });
    from.on('end', () => void before.then(() => into.end()));
  };

  const server = createServer((raw) => {
    keep(raw);
    const client = secure === null ? raw : new TLSSocket(raw, { isServer: true, secureContext: secure });
    if (client !== raw) keep(client);
    const upstream = connect(to, '127.0.0.1');
    keep(upstream);
    client.pipe(upstream);
    late(upstream, client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');

  const drop = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    slowBy: (milliseconds) => {
      delay = milliseconds;
    },
    drop,
    certify: (shown) => {
      secure = createSecureContext({ ...shown });
      drop();
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      drop();
      await closed;
    },
  };
};
