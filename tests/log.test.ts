import { describe, expect, test } from 'vitest';
import { createLog, type Log, lateChild, PERSONAL_FIELDS } from '../src/log.ts';
import { createLineLog } from '../src/runtime/lambda/line-log.ts';
import { createSetClock } from './support/set-clock.ts';

const writers: Readonly<Record<string, (level: string, write: (line: string) => void) => Log>> = {
  'of one process': (level, write) => createLog(level, { write }),
  'of a function': (level, write) => createLineLog({ level, clock: createSetClock(), write }),
};

const linesBy = (writer: string, say: (log: Log) => void, level = 'info'): string => {
  let text = '';
  const log = writers[writer]?.(level, (line) => {
    text += line;
  });
  if (log !== undefined) say(log);
  return text;
};

describe.each(Object.keys(writers))('the log %s', (writer) => {
  const linesOf = (say: (log: Log) => void): string => linesBy(writer, say);

  test.each(PERSONAL_FIELDS)('never shows %s, however deep', (field) => {
    const text = linesOf((log) => {
      log.info({ [field]: 'planted-1', a: { b: { c: [{ [field]: { d: 'planted-2' } }] } } }, 'said');
      log.child({ worker: 'saveEntries' }).warn({ [field]: 'planted-3' }, 'said by a child');
    });
    expect(text).toContain('[hidden]');
    expect(text).not.toContain('planted');
  });

  test('a late child carries its bindings, and says nothing below the level', () => {
    const text = linesOf((log) => {
      const child = lateChild(log, { worker: 'saveEntries', correlationId: 'correlation-1' });
      child.debug('not said');
      child.info({ count: { received: 2 } }, 'done');
    });
    expect(JSON.parse(text)).toMatchObject({ level: 30, worker: 'saveEntries', correlationId: 'correlation-1', count: { received: 2 }, msg: 'done' });
  });
});

test.each(['debug', 'info', 'error', 'silent'])('a function writes at %s what one process writes', (level) => {
  const say = (log: Log): void => {
    log.debug('words alone');
    log.info({ count: { received: 2, odd: undefined, list: [1, { at: new Date(0) }] } }, 'with "facts"');
    log
      .child({ worker: 'saveEntries' })
      .child({ correlationId: 'correlation-1' })
      .warn({ worker: 'another', error: new Error('words of others') });
    log.error({ msg: 'in the facts', nothing: null }, 'broken\nline \u2028 ä');
    if (log.isLevelEnabled('warn')) log.warn({}, 'asked first');
  };
  // Of a name that is there twice, the last counts.
  const [ofOneProcess, ofAFunction] = Object.keys(writers).map((writer) =>
    linesBy(writer, say, level)
      .trim()
      .split('\n')
      .map((line) => (line === '' ? null : { ...JSON.parse(line), time: null })),
  );
  expect(ofAFunction).toEqual(ofOneProcess);
});
