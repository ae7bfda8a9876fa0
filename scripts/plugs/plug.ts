export const faultNames = ['killed', 'paused', 'slow', 'full', 'wrong password', 'expired certificate'] as const;
export type FaultName = (typeof faultNames)[number];

/** One thing that goes wrong with a server, and how it is put right. */
export interface Fault {
  /** How it was brought about, for the table. */
  readonly how: string;
  pull(): Promise<void>;
  mend(): Promise<void>;
}

/** A server that a system uses instead of an embedded adapter, and what can happen to it. */
export interface PluggedServer {
  /** Settings that turn the port to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Message-IDs of the mails that it took, in their order; null for a server that takes none. */
  readonly received: (() => Promise<readonly string[]>) | null;
  /** Called before the system starts: files that it finds there, such as secrets. */
  prepare(dataFolder: string): Promise<void>;
  /** A text says why there is no such fault. */
  readonly faults: Readonly<Record<FaultName, Fault | string>>;
  /** Called once the run is over; complaints go into the table. */
  stop(): Promise<void>;
}

export interface Plug {
  readonly name: string;
  /** What of a run meets the server: registrations on their way, or mails to winners. */
  readonly during: 'registration' | 'mail';
  start(): Promise<PluggedServer>;
}
