import { Agent, type Dispatcher } from 'undici';

/** What is kept of connections, whoever makes them. */
export interface ConnectionLimits {
  /** To one server. */
  readonly connections: number;
  /** Of an answer's body. */
  readonly maxAnswerBytes: number;
}

/** undici's connections: the fastest there are for Node, for a process that lives long. */
export const createUndiciConnections = ({ connections, maxAnswerBytes }: ConnectionLimits): Dispatcher =>
  new Agent({ connections, pipelining: 1, connectTimeout: 5_000, keepAliveTimeout: 4_000, maxResponseSize: maxAnswerBytes });
