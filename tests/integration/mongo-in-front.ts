import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';
import { createMongoConnection, type MongoConnection, type MongoConnectionOptions } from '../../src/adapters/mongo/mongo-connection.ts';
import type { MongoSubject } from './mongo-subject.ts';

/** A command on its way to the server; `number` counts them from 1. */
export interface PassingCommand {
  readonly name: string;
  readonly number: number;
  /** All of it, documents and updates among it. */
  readonly command: Document;
}

/** What becomes of it: it is done and its sender knows, it is done and its sender is told that it failed, or only the latter. */
export type Passing = 'answered' | 'answer lost' | 'refused';

export interface MongoInFront {
  readonly mongo: MongoConnection;
  /** Commands that came until now; what belongs to connecting is not counted. */
  sent(): number;
  close(): Promise<void>;
}

const CONNECTING: readonly string[] = ['hello', 'ismaster', 'isMaster', 'saslStart', 'saslContinue', 'ping', 'endSessions'];

// MongoDB's wire protocol: a header of four numbers (length, id, id of what is answered, kind), then of an OP_MSG the
// flags and sections: one of kind 0, a BSON document whose first name is the command's, and some of kind 1, which are
// the documents of one of its arrays.
const HEADER = 16;
const OP_MSG = 2013;

/** A server between a store and MongoDB that decides what becomes of each command, for tests of what is cut off. */
export const createMongoInFront = async (
  subject: MongoSubject,
  decide: (command: PassingCommand) => Passing | Promise<Passing>,
  options: Pick<MongoConnectionOptions, 'patienceMs'> = {},
): Promise<MongoInFront> => {
  const target = new URL(subject.url);
  const sockets = new Set<Socket>();
  let sent = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const serve = async (client: Socket): Promise<void> => {
    const server = keep(connect(Number(target.port), target.hostname));
    client.on('close', () => server.destroy());
    const answers = messagesOf(server);
    for await (const message of messagesOf(client)) {
      const passing = await passingOf(message);
      if (passing === 'refused') client.write(failureFor(message));
      else {
        server.write(message);
        const { value: answer } = await answers.next();
        if (answer === undefined) break;
        client.write(passing === 'answered' ? answer : failureFor(message));
      }
    }
    client.destroy();
  };
  const passingOf = (message: Buffer): Passing | Promise<Passing> => {
    if (message.readInt32LE(12) !== OP_MSG) return 'answered';
    const command = commandIn(message);
    const name = Object.keys(command)[0] ?? '';
    if (CONNECTING.includes(name)) return 'answered';
    sent += 1;
    return decide({ name, number: sent, command });
  };
  const listener = createServer((client) => {
    serve(keep(client)).catch(() => client.destroy());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const url = new URL(target);
  url.port = String((listener.address() as AddressInfo).port);
  const mongo = createMongoConnection({ ...options, url: async () => url.href });
  return {
    mongo,
    sent: () => sent,
    close: async () => {
      await mongo.close();
      for (const socket of sockets) socket.destroy();
      listener.close();
    },
  };
};

/** Whole messages, as they come. */
async function* messagesOf(socket: Socket): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of socket) {
    rest = Buffer.concat([rest, bytes as Buffer]);
    for (let length = lengthOf(rest); rest.length >= length; length = lengthOf(rest)) {
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
  }
}

const lengthOf = (bytes: Buffer): number => (bytes.length < HEADER ? HEADER : bytes.readInt32LE(0));

const commandIn = (message: Buffer): Document => {
  const command: Document = {};
  for (let at = HEADER + 4; at < message.length; ) {
    const kind = message[at];
    const end = at + 1 + message.readInt32LE(at + 1);
    if (kind === 0) Object.assign(command, BSON.deserialize(message.subarray(at + 1, end)));
    else {
      const nameEnd = message.indexOf(0, at + 5);
      const documents: Document[] = [];
      for (let next = nameEnd + 1; next < end; next += message.readInt32LE(next)) {
        documents.push(BSON.deserialize(message.subarray(next, next + message.readInt32LE(next))));
      }
      command[message.toString('latin1', at + 5, nameEnd)] = documents;
    }
    at = end;
  }
  return command;
};

/** An answer that nobody takes for a reason to send the same again. */
const failureFor = (message: Buffer): Buffer => {
  const body = Buffer.from(BSON.serialize({ ok: 0, code: 8_000, codeName: 'CutOff', errmsg: 'cut off' }));
  const head = Buffer.alloc(HEADER + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(message.readInt32LE(4), 8);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
};

/** The connection of a process that stands still before the first command that is `isReached` until `goOn`; `standsStill` resolves when it does. */
export const createPausedMongo = async (subject: MongoSubject, isReached: (command: PassingCommand) => boolean) => {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isFirst = true;
  const front = await createMongoInFront(subject, async (command): Promise<Passing> => {
    if (isFirst && isReached(command)) {
      isFirst = false;
      reached.resolve();
      await released.promise;
    }
    return 'answered';
  });
  return { ...front, standsStill: reached.promise, goOn: released.resolve };
};

/**
 * Has `work` done over connections that end at their first command, their second and so on, before or after it had its
 * effect, until one lives to the end. `name` is another for each. Answers how many ended before.
 */
export const atEachCut = async (subject: MongoSubject, work: (name: string, cutOff: MongoConnection) => Promise<void>): Promise<number> => {
  let cuts = 0;
  for (const last of ['refused', 'answer lost'] as const) {
    for (let at = 1; ; at += 1) {
      const front = await createMongoInFront(subject, ({ number }) => (number < at ? 'answered' : number === at ? last : 'refused'));
      await work(`${last === 'refused' ? 'before' : 'after'}-${at}`, front.mongo);
      await front.close();
      if (front.sent() < at) break;
      cuts += 1;
    }
  }
  return cuts;
};
