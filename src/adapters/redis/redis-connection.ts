import type { RedisClientType } from '@redis/client';
import type { Clock } from '../../ports/clock.ts';

/** A client with the commands of Redis, which speaks RESP 2, as servers before Redis 6 do. */
export type RedisClient = RedisClientType<Record<string, never>, Record<string, never>, Record<string, never>, 2>;

export interface RedisConnectionOptions {
  /** `redis://` or `rediss://`, with user and password. Asked for at each opening, so that a new password is taken up. */
  readonly url: () => Promise<string>;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Longest that an answer may take. */
  readonly timeoutMs: number;
  /** Longest that opening the connection may take. */
  readonly openTimeoutMs: number;
}

export interface RedisConnection {
  /** Runs commands. Rejects with what went wrong, in time with the code `TIMEOUT`; nothing is sent again. */
  run<T>(commands: (client: RedisClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type Create = typeof import('@redis/client')['createClient'];

/** A connection that is being opened, or is open. */
interface Held {
  readonly client: Promise<RedisClient>;
  readonly drop: () => void;
}

/**
 * One connection to Redis, opened at the first command and again at the next one after it was lost. A command that gets no
 * answer in time takes its connection along: so nothing piles up behind a server that hangs, and one that vanished without a
 * word does not hold us until TCP gives up on it.
 */
export const createRedisConnection = ({ url, clock, timeoutMs, openTimeoutMs }: RedisConnectionOptions): RedisConnection => {
  let held: Held | null = null;

  const open = (createClient: Create): Held => {
    let dropped = false;
    let client: RedisClient | null = null;
    const drop = (): void => {
      dropped = true;
      client?.destroy();
      if (held === opened) held = null;
    };
    const connect = async (): Promise<RedisClient> => {
      const made: RedisClient = createClient({
        url: await url(),
        RESP: 2,
        disableOfflineQueue: true,
        socket: { connectTimeout: openTimeoutMs, reconnectStrategy: false },
      });
      // Whoever waits for a command is told; without a listener the process would end.
      made.on('error', drop);
      client = made;
      if (dropped) throw timeout();
      await made.connect();
      return made;
    };
    const opened: Held = { client: connect(), drop };
    return opened;
  };

  const inTime = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
    const done = new AbortController();
    try {
      return await Promise.race([work, clock.sleep(milliseconds, done.signal).then(() => Promise.reject(timeout()))]);
    } finally {
      done.abort();
    }
  };

  return {
    run: async (commands) => {
      // Loaded only where there is a Redis, as it is as large as a whole function of the cloud.
      const { createClient } = await import('@redis/client');
      held ??= open(createClient);
      const { client, drop } = held;
      try {
        const opened = await inTime(openTimeoutMs, client);
        return await inTime(timeoutMs, commands(opened));
      } catch (error) {
        if (!isReply(error)) drop();
        throw error;
      }
    },
    close: async () => {
      held?.drop();
    },
  };
};

const timeout = (): Error => Object.assign(new Error('Redis did not answer in time'), { code: 'TIMEOUT' });

/** An error that Redis answers begins with its code in capitals (Redis serialization protocol, "Simple errors"). */
const replyCode = (error: unknown): string | null => (error instanceof Error && /^([A-Z]{3,})\b/.exec(error.message)?.[1]) || null;

/** Whether Redis answered, and the connection is as good as before. */
const isReply = (error: unknown): boolean => replyCode(error) !== null;

/** What went wrong as one word: `WRONGPASS`, `OOM`, `TIMEOUT`, `ECONNREFUSED`. Never the message, which may name what was sent. */
export const redisFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : (replyCode(error) ?? error.name);
};
