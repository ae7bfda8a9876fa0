import { describe, expect, test } from 'vitest';
import { formatJsonFile, parseDrawRecord, parseRules } from '../../src/domain/draw/draw-rules.ts';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { packOf, readVector } from '../support/draw-pack.ts';
import { tamperings } from '../support/tamperings.ts';

const vectors = ['dozen', 'thousand'] as const;

describe('the published vectors', () => {
  test.each(vectors)('%s is recomputed to the byte', async (name) => {
    const { ok, checks, remarks } = await verifyPack(packOf(await readVector(name)));
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(checks).toHaveLength(12);
    expect(ok).toBe(true);
    // They were drawn in two tiers before rules could say why.
    expect(remarks).toEqual([expect.stringMatching(/entrants are served after the others.*no priority groups/)]);
  });

  test.each(vectors)('%s: rules.json and draw.json are written with the same bytes', async (name) => {
    const { rules, draw } = await readVector(name);
    const parsed = { rules: parseRules(rules), draw: parseDrawRecord(draw) };
    expect(parsed.rules.ok && formatJsonFile(parsed.rules.value)).toBe(rules);
    expect(parsed.draw.ok && formatJsonFile(parsed.draw.value)).toBe(draw);
  });
});

test.each(tamperings)('$what is found', async ({ file, change, check, detail }) => {
  const vector = await readVector('dozen');
  const tampered = { ...vector, [file]: change(vector[file]) };
  expect(tampered[file]).not.toBe(vector[file]);
  const { ok, checks } = await verifyPack(packOf(tampered));
  expect(ok).toBe(false);
  const failed = checks.find((found) => !found.ok);
  expect(failed?.name).toBe(check);
  expect(failed?.detail).toMatch(detail);
});
