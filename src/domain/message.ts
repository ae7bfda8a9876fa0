import type { EmailJobKey } from './email-job.ts';
import type { DatedUserInfo, EntryItem, EntryKey, Verdict } from './entry.ts';
import type { PipelineRecord, PipelineSource } from './pipeline-record.ts';

/** A change of one entry, as `enqueueEntries` passes it on. */
export interface EntryChange {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly keys: EntryKey;
  /** UTC instant of the change, as the stream tells it (to the second, where it is DynamoDB's own). */
  readonly at: string;
  /** Present unless the item was removed. */
  readonly newImage?: EntryItem;
  /** Present where the item was removed. */
  readonly oldImage?: EntryItem;
}

/** One fan's outcome in one market, with the code reserved for it where the market's codes are unique. */
export interface Selection {
  readonly globalUserId: string;
  readonly verdict: Exclude<Verdict, 'PENDING'>;
  /** Absent for who took no part in the draw. */
  readonly position?: number;
  readonly accessCode?: string;
  readonly waitlist: readonly { readonly marketId: string; readonly place: number }[];
}

/** At most 25 outcomes of one market: the request size towards the Entry Service. */
export interface SelectionChunk {
  /** Stable over retries, so that its verdicts are counted once. */
  readonly chunkId: string;
  readonly campaignId: string;
  readonly marketId: string;
  readonly drawId: string;
  readonly codes: 'unique' | 'shared';
  /** Of whom its verdict counts are. Default: of everybody in it. */
  readonly counted?: 'winners' | 'nobody';
  readonly selections: readonly Selection[];
}

export interface VerdictReport {
  /** The chunk's id: each is added up once. */
  readonly reportId: string;
  readonly campaignId: string;
  readonly marketId: string;
  readonly drawId: string;
  readonly counts: VerdictCounts;
}

export interface VerdictCounts {
  readonly winners: number;
  readonly waitlisted: number;
  readonly losers: number;
  /** Selections whose entry was withdrawn meanwhile. */
  readonly withdrawn: number;
}

/** What each queue carries. */
export interface QueueMessages {
  readonly saveEntriesQueue: EntryChange;
  readonly retryScoreQueue: EntryKey;
  readonly userInfoQueue: DatedUserInfo;
  readonly saveSelectionQueue: SelectionChunk;
  readonly verdictReporterQueue: VerdictReport;
  readonly refreshSelectionQueue: { readonly campaignId: string; readonly marketId: string };
  readonly emailJobQueue: EmailJobKey;
  readonly dataQueue: PipelineSource;
  readonly 'campaign-queue': PipelineRecord;
  readonly 'market-queue': PipelineRecord;
  readonly 'registration-queue': PipelineRecord;
  readonly 'event-mapping-queue': PipelineRecord;
  readonly 'registered-market-queue': PipelineRecord;
}

export type QueueName = keyof QueueMessages;
