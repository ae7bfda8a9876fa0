import { describe, expect, test } from 'vitest';
import { createLog, lateChild, PERSONAL_FIELDS } from '../src/log.ts';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = '';
  write(
    createLog('info', {
      write: (line: string) => {
        text += line;
      },
    }),
  );
  return text;
};

describe('the log', () => {
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
