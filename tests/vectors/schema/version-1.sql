-- A data folder as version 1 of the schema left it, with one entry, four messages (one done, one dead, one waiting, one delayed) and a code.
CREATE TABLE queues (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, sent INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0,
  appended INTEGER NOT NULL DEFAULT 0, claimed INTEGER NOT NULL DEFAULT 0, claimed_to INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE queue_leases (
  id INTEGER PRIMARY KEY, queue INTEGER NOT NULL, token TEXT NOT NULL, from_id INTEGER NOT NULL, to_id INTEGER NOT NULL, messages INTEGER NOT NULL,
  until INTEGER NOT NULL, receive_count INTEGER NOT NULL, first_received_at INTEGER NOT NULL) STRICT;
CREATE INDEX queue_leases_until ON queue_leases (queue, until);
CREATE INDEX queue_leases_token ON queue_leases (token);
CREATE TABLE queue_retries (
  queue INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL,
  visible_at INTEGER NOT NULL, receive_count INTEGER NOT NULL, first_received_at INTEGER, token TEXT) STRICT;
CREATE UNIQUE INDEX queue_retries_id ON queue_retries (queue, id);
CREATE INDEX queue_retries_visible ON queue_retries (queue, visible_at, id);
CREATE INDEX queue_retries_token ON queue_retries (token) WHERE token IS NOT NULL;
CREATE TABLE dead_letters (
  queue INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL,
  dead_at INTEGER NOT NULL, receive_count INTEGER NOT NULL, error TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX dead_letters_id ON dead_letters (queue, id);
CREATE TABLE queue_1 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_2 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_3 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_4 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_5 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_6 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_7 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_8 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_9 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_10 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_11 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE queue_12 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT;
CREATE TABLE event_topics (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, next_offset INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE event_records (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL, dedupe_id TEXT NOT NULL, timestamp INTEGER NOT NULL, correlation_id TEXT NOT NULL) STRICT;
CREATE TABLE entry_parts (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE entries (
  id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL, global_user_id TEXT NOT NULL,
  version INTEGER NOT NULL, flag INTEGER NOT NULL, verdict TEXT NOT NULL, access_code TEXT, selection TEXT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, part INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX entries_key ON entries (campaign_id, global_user_id);
CREATE TABLE entry_stream (
  sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, event INTEGER NOT NULL, campaign_id TEXT NOT NULL, global_user_id TEXT NOT NULL,
  new_version INTEGER, new_flag INTEGER, new_verdict TEXT, new_access_code TEXT, new_selection TEXT, new_created_at TEXT, new_updated_at TEXT, new_part INTEGER,
  old_version INTEGER, old_flag INTEGER, old_verdict TEXT, old_access_code TEXT, old_selection TEXT, old_created_at TEXT, old_updated_at TEXT, old_part INTEGER) STRICT;
CREATE TABLE entry_stream_checkpoints (consumer TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
CREATE TABLE campaign (id TEXT NOT NULL UNIQUE, slug TEXT NOT NULL UNIQUE, opens TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE TABLE market (id TEXT NOT NULL UNIQUE, campaign_id TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE INDEX market_by_campaign ON market (campaign_id);
CREATE TABLE draw_commitment (campaign_id TEXT NOT NULL UNIQUE, commitment TEXT NOT NULL) STRICT;
CREATE TABLE draw_attempt (attempt INTEGER PRIMARY KEY AUTOINCREMENT, campaign_id TEXT NOT NULL, draw INTEGER NOT NULL) STRICT;
CREATE TABLE draw_entrant
  (attempt INTEGER NOT NULL, ref BLOB NOT NULL, global_user_id TEXT NOT NULL, tier INTEGER NOT NULL, lots INTEGER NOT NULL, markets TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX draw_entrant_by_ref ON draw_entrant (attempt, ref);
CREATE TABLE draw
  (campaign_id TEXT NOT NULL, draw INTEGER NOT NULL, attempt INTEGER NOT NULL UNIQUE, rules TEXT NOT NULL, rules_hash TEXT NOT NULL,
  entrants_root TEXT NOT NULL, entrants_count INTEGER NOT NULL, commitment TEXT NOT NULL, frozen_at TEXT NOT NULL,
  public_randomness TEXT, drawn TEXT) STRICT;
CREATE UNIQUE INDEX draw_by_number ON draw (campaign_id, draw);
CREATE TABLE draw_result
  (attempt INTEGER NOT NULL, position INTEGER NOT NULL, ref BLOB NOT NULL, verdict TEXT NOT NULL, market_id TEXT, waitlist TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX draw_result_by_position ON draw_result (attempt, position);
CREATE INDEX draw_result_by_market ON draw_result (attempt, market_id, position) WHERE market_id IS NOT NULL;
CREATE TABLE draw_waitlist (attempt INTEGER NOT NULL, market_id TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX draw_waitlist_by_market ON draw_waitlist (attempt, market_id, position);
CREATE TABLE market_selection (market_id TEXT NOT NULL UNIQUE, report TEXT NOT NULL) STRICT;
CREATE TABLE verdict_report (report_id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE verdict_count
  (market_id TEXT NOT NULL, draw_id TEXT NOT NULL, winners INTEGER NOT NULL, waitlisted INTEGER NOT NULL, losers INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL, UNIQUE (market_id, draw_id)) STRICT;
CREATE TABLE promotion
  (draw_id TEXT NOT NULL, market_id TEXT NOT NULL, number INTEGER NOT NULL, global_user_id TEXT NOT NULL, UNIQUE (draw_id, global_user_id)) STRICT;
CREATE UNIQUE INDEX promotion_by_market ON promotion (market_id, draw_id, number);
CREATE TABLE replicas (
  id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL, global_user_id TEXT NOT NULL, deleted INTEGER NOT NULL, version INTEGER NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, fan_modified_at TEXT NOT NULL, linked_from TEXT,
  verdict TEXT NOT NULL, access_code TEXT, selection TEXT, won_market TEXT,
  ranked_markets TEXT NOT NULL, entry TEXT NOT NULL, member_id TEXT, email TEXT, score INTEGER
  ) STRICT;
CREATE UNIQUE INDEX replicas_key ON replicas (campaign_id, global_user_id);
CREATE INDEX replicas_won ON replicas (won_market, global_user_id) WHERE won_market IS NOT NULL;
CREATE TABLE code_holders (code_hash BLOB NOT NULL UNIQUE, replica_id INTEGER NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE invites (value TEXT NOT NULL, campaign_id TEXT NOT NULL, key TEXT NOT NULL, UNIQUE (value, campaign_id, key)) STRICT;
CREATE TABLE replica_counts (
  campaign_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (campaign_id, kind, name)
  ) STRICT, WITHOUT ROWID;
CREATE TABLE users (
  id INTEGER PRIMARY KEY, global_user_id TEXT NOT NULL UNIQUE, info TEXT, attributes TEXT NOT NULL DEFAULT '{}', unsubscribed INTEGER NOT NULL DEFAULT 0,
  modified_at TEXT
  ) STRICT;
CREATE TABLE email_jobs (
  id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL, market_id TEXT NOT NULL, global_user_id TEXT NOT NULL, template TEXT NOT NULL, occurrence TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 0, send_at INTEGER NOT NULL, attempt INTEGER NOT NULL DEFAULT 0, claimed_at INTEGER, reason TEXT,
  UNIQUE (market_id, occurrence, template, global_user_id, campaign_id)
  ) STRICT;
CREATE INDEX email_jobs_planned ON email_jobs (send_at) WHERE state = 0;
CREATE INDEX email_jobs_sending ON email_jobs (claimed_at) WHERE state = 1;
CREATE INDEX email_jobs_by_campaign ON email_jobs (campaign_id, state, send_at);
CREATE INDEX email_jobs_by_fan ON email_jobs (global_user_id);
CREATE TABLE codes (
  id INTEGER PRIMARY KEY, market_id TEXT NOT NULL, lookup BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL, state INTEGER NOT NULL DEFAULT 0,
  reservation_id INTEGER REFERENCES code_reservations (id), place INTEGER, holder TEXT, changed_at INTEGER, redeemed_at INTEGER, revoked_for TEXT
  ) STRICT;
CREATE INDEX codes_by_state ON codes (market_id, state);
CREATE INDEX codes_by_reservation ON codes (reservation_id, place) WHERE reservation_id IS NOT NULL;
CREATE INDEX codes_held ON codes (market_id, holder) WHERE state = 2;
CREATE TABLE code_reservations (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, campaign_id TEXT NOT NULL, market_id TEXT NOT NULL, idempotency_key TEXT NOT NULL,
  count INTEGER NOT NULL, expires_at INTEGER NOT NULL, running INTEGER NOT NULL, UNIQUE (market_id, idempotency_key)
  ) STRICT;
CREATE INDEX code_reservations_running ON code_reservations (expires_at) WHERE running = 1;
CREATE TABLE code_batches (
  id INTEGER PRIMARY KEY, market_id TEXT NOT NULL, idempotency_key TEXT NOT NULL, part INTEGER NOT NULL, total INTEGER NOT NULL,
  added INTEGER NOT NULL, UNIQUE (market_id, idempotency_key, part)
  ) STRICT;
CREATE TABLE schedule_runs (schedule TEXT PRIMARY KEY, scheduled_at INTEGER NOT NULL) STRICT;
CREATE TABLE executions (
  id INTEGER PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, state INTEGER NOT NULL, input TEXT NOT NULL,
  output TEXT, error TEXT, started_at INTEGER NOT NULL, ended_at INTEGER, UNIQUE (machine, name)) STRICT;
CREATE TABLE execution_results (
  execution INTEGER NOT NULL REFERENCES executions (id), state INTEGER NOT NULL, item INTEGER NOT NULL, result TEXT NOT NULL,
  PRIMARY KEY (execution, state, item)) STRICT, WITHOUT ROWID;
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (1, 'saveEntriesQueue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (2, 'retryScoreQueue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (3, 'userInfoQueue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (4, 'saveSelectionQueue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (5, 'verdictReporterQueue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (6, 'refreshSelectionQueue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (7, 'dataQueue', 4, 1, 3, 2, 2);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (8, 'campaign-queue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (9, 'market-queue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (10, 'registration-queue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (11, 'event-mapping-queue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (12, 'registered-market-queue', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (13, 'enqueueEntriesDlq', 0, 0, 0, 0, 0);
INSERT INTO queues (id, name, sent, done, appended, claimed, claimed_to) VALUES (14, 'markAssignedCodesDlq', 0, 0, 0, 0, 0);
INSERT INTO queue_retries (queue, id, body, correlation_id, attributes, sent_at, visible_at, receive_count, first_received_at, token) VALUES (7, 4, '{"n":4}', 'correlation-1', NULL, 1801476000000, 1801476060000, 0, NULL, NULL);
INSERT INTO dead_letters (queue, id, body, correlation_id, attributes, sent_at, dead_at, receive_count, error) VALUES (7, 2, '{"n":2}', 'correlation-1', NULL, 1801476000000, 1801476000000, 1, 'broken');
INSERT INTO queue_7 (id, body, correlation_id, attributes, sent_at) VALUES (3, '{"n":3}', 'correlation-1', NULL, 1801476000000);
INSERT INTO entry_parts (id, json) VALUES (1, '{"entry":{"markets":["london-1","paris-1"],"tickets":2},"rankedMarkets":["london-1","paris-1"],"userInfo":{"globalUserId":"fan-000001","email":"ann@example.org","firstName":"Ann","lastName":"Example","locale":"en"},"fanModifiedAt":"2027-02-01T10:00:00.000Z","correlationId":"correlation-1"}');
INSERT INTO entries (id, campaign_id, global_user_id, version, flag, verdict, access_code, selection, created_at, updated_at, part) VALUES (1, 'summer-tour', 'fan-000001', 1, 1, 'PENDING', NULL, NULL, '2027-02-01T10:00:00.000Z', '2027-02-01T10:00:00.000Z', 1);
INSERT INTO entry_stream (sequence, at, event, campaign_id, global_user_id, new_version, new_flag, new_verdict, new_access_code, new_selection, new_created_at, new_updated_at, new_part, old_version, old_flag, old_verdict, old_access_code, old_selection, old_created_at, old_updated_at, old_part) VALUES (1, 1801476000000, 1, 'summer-tour', 'fan-000001', 1, 1, 'PENDING', NULL, NULL, '2027-02-01T10:00:00.000Z', '2027-02-01T10:00:00.000Z', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO codes (id, market_id, lookup, sealed, state, reservation_id, place, holder, changed_at, redeemed_at, revoked_for) VALUES (1, 'london-1', X'0102', X'0304', 0, NULL, NULL, NULL, NULL, NULL, NULL);
