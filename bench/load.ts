import { connect, type Socket } from 'node:net';

/** What a load came to: answers a second, and how long an answer took, in milliseconds. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly notOk: number;
}

/**
 * Sends prepared HTTP requests over kept-alive connections, one in flight on each, and waits for every answer. As
 * little as possible per request, since server and load share one machine.
 */
export const runLoad = async (port: number, requests: readonly Buffer[], connections: number): Promise<LoadResult> => {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const times = new Float64Array(requests.length);
  let next = 0;
  let notOk = 0;
  const start = performance.now();
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          let sentAt = 0;
          let current = 0;
          let received = '';
          const send = (): void => {
            const request = requests[next];
            if (request === undefined) {
              resolve();
              return;
            }
            current = next;
            next += 1;
            sentAt = performance.now();
            socket.write(request);
          };
          socket.on('data', (chunk: Buffer) => {
            received += chunk.toString('latin1');
            const end = received.indexOf('\r\n\r\n');
            if (end === -1) return;
            const [, length = '0'] = /content-length: (\d+)/i.exec(received.slice(0, end)) ?? [];
            if (received.length < end + 4 + Number(length)) return;
            times[current] = performance.now() - sentAt;
            if (!received.startsWith('HTTP/1.1 200') || !received.includes('"isEligible":true')) notOk += 1;
            received = '';
            send();
          });
          socket.on('error', reject);
          send();
        }),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  times.sort();
  const percentile = (share: number): number => Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2));
  return { perSecond: requests.length / seconds, p50: percentile(0.5), p99: percentile(0.99), notOk };
};

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
