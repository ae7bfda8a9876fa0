import type { IncomingMessage } from 'node:http';
import proxyaddr from '@fastify/proxy-addr';

export interface ClientAddressOptions {
  /** Proxies whose `x-forwarded-for` is believed: addresses or CIDR ranges. */
  readonly trustedProxies: readonly string[];
  /** Whether this machine's own requests have an address too. */
  readonly countLoopback: boolean;
}

/**
 * What a request's rate is counted under: the client's address, for IPv6 its network of 64 bits, as one client
 * has all of it. Null where it is not counted.
 */
export const createClientAddress = ({ trustedProxies, countLoopback }: ClientAddressOptions): ((request: IncomingMessage) => string | null) => {
  const trust = trustedProxies.length === 0 ? null : proxyaddr.compile([...trustedProxies]);
  return (request) => {
    const address = trust === null ? request.socket.remoteAddress : proxyaddr(request, trust);
    if (address === undefined || (!countLoopback && LOOPBACK.has(address))) return null;
    return address.includes(':') ? networkOf(address) : address;
  };
};

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const MAPPED = '::ffff:';
const GROUPS = 8;
const NETWORK_GROUPS = 4;

const networkOf = (address: string): string => {
  if (address.startsWith(MAPPED) && address.includes('.')) return address.slice(MAPPED.length);
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, NETWORK_GROUPS).join(':')}::/64`;
};
