import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditFacts, type AuditRecord, firstBroken, nextRecord } from '../../src/domain/audit-chain.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const someFacts: fc.Arbitrary<AuditFacts> = fc.record({
  by: fc.record({ kind: fc.constantFrom('operator', 'app'), name: text }),
  service: text,
  operation: text,
  on: fc.dictionary(fc.constantFrom('campaignId', 'marketId', 'queue'), text),
  outcome: fc.constantFrom('BEGUN', 'DONE', 'CONFLICT'),
  correlationId: text,
});

const chainOf = (facts: readonly AuditFacts[]): readonly AuditRecord[] => {
  const records: AuditRecord[] = [];
  for (const one of facts) records.push(nextRecord(records.at(-1) ?? null, one, `2027-02-01T10:00:0${records.length}.000Z`));
  return records;
};

const chains = fc.array(someFacts, { minLength: 2, maxLength: 8 }).map(chainOf);
const chainAndPlace = chains.chain((records) => fc.tuple(fc.constant(records), fc.nat(records.length - 1)));

/** Each way to make one record another one. */
const changes: readonly ((record: AuditRecord, word: string) => AuditRecord)[] = [
  (record, word) => ({ ...record, by: { ...record.by, name: record.by.name + word } }),
  (record) => ({ ...record, by: { ...record.by, kind: record.by.kind === 'app' ? 'operator' : 'app' } }),
  (record, word) => ({ ...record, service: record.service + word }),
  (record, word) => ({ ...record, operation: record.operation + word }),
  (record, word) => ({ ...record, on: { ...record.on, draw: word } }),
  (record, word) => ({ ...record, outcome: record.outcome + word }),
  (record, word) => ({ ...record, correlationId: record.correlationId + word }),
  (record, word) => ({ ...record, at: record.at + word }),
  (record) => ({ ...record, number: record.number + 1 }),
  (record) => ({ ...record, previous: record.hash }),
  (record) => ({ ...record, hash: record.hash.replace(/./, (digit) => (digit === '0' ? '1' : '0')) }),
];

test('a chain as it was written fits, whole and from any record on', () => {
  fc.assert(
    fc.property(chainAndPlace, ([records, place]) => {
      expect(firstBroken(null, records)).toBeNull();
      expect(firstBroken(records[place] as AuditRecord, records.slice(place + 1))).toBeNull();
    }),
  );
});

test('any change of a record is found, at that record', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.constantFrom(...changes), fc.string({ minLength: 1 }), ([records, place], change, word) => {
      expect(
        firstBroken(
          null,
          records.map((record, index) => (index === place ? change(record, word) : record)),
        ),
      ).toBe(place + 1);
    }),
  );
});

test('a change whose hash was made anew is found at the record behind it', () => {
  fc.assert(
    fc.property(chainAndPlace, ([records, place]) => {
      fc.pre(place < records.length - 1);
      const { number: _number, at, previous: _previous, hash: _hash, ...facts } = records[place] as AuditRecord;
      const forged = nextRecord(records[place - 1] ?? null, { ...facts, outcome: 'FORGED' }, at);
      expect(
        firstBroken(
          null,
          records.map((record, index) => (index === place ? forged : record)),
        ),
      ).toBe(place + 2);
    }),
  );
});

test('a record that was removed before the end is found where it was', () => {
  fc.assert(
    fc.property(chainAndPlace, ([records, place]) => {
      fc.pre(place < records.length - 1);
      expect(firstBroken(null, records.toSpliced(place, 1))).toBe(place + 1);
    }),
  );
});

test('a record whose number leaves a gap is found, though all else fits', () => {
  fc.assert(
    fc.property(chains, someFacts, (records, facts) => {
      const last = records.at(-1) as AuditRecord;
      expect(firstBroken(null, [...records, nextRecord({ ...last, number: last.number + 1 }, facts, last.at)])).toBe(last.number + 1);
    }),
  );
});

test('two records that changed places are found at the first of them', () => {
  fc.assert(
    fc.property(chainAndPlace, ([records, place]) => {
      fc.pre(place < records.length - 1);
      const [a, b] = records.slice(place, place + 2) as [AuditRecord, AuditRecord];
      expect(firstBroken(null, records.toSpliced(place, 2, b, a))).toBe(place + 1);
    }),
  );
});

test('the hash is of the canonical JSON of the other members', () => {
  const facts: AuditFacts = {
    by: { name: 'olga', kind: 'operator' },
    service: 'operator',
    operation: 'redrive',
    on: { queue: 'dataQueue' },
    outcome: 'DONE',
    correlationId: 'c-1',
  };
  // printf '…' | sha256sum of {"at":"2027-02-01T10:00:00.000Z","by":{"kind":"operator","name":"olga"},"correlationId":"c-1",
  // "number":1,"on":{"queue":"dataQueue"},"operation":"redrive","outcome":"DONE","previous":"0…0","service":"operator"}
  expect(nextRecord(null, facts, '2027-02-01T10:00:00.000Z').hash).toBe('fe5976d3218d5bdd4828df3114950daa91a4bc254e772ee1d8698390441b956d');
});
