import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { type PackText, packOf } from '../support/draw-pack.ts';
import { makeDraw } from '../support/made-draw.ts';
import { folderOf, runPython } from '../support/second-implementation.ts';

describe('a draw with priority groups', () => {
  const inTier = (tier: number, index: number) => ({ ref: createHash('md5').update(String(index)).digest('hex'), tier, lots: 1, ranking: ['m1'] });
  const groups = [
    { id: 'members', minScore: 800 },
    { id: 'regulars', minScore: 300 },
  ];
  const input = {
    method: 'random' as const,
    priorityGroups: groups,
    markets: [{ id: 'm1', capacity: 3, waitlistCapacity: 3 }],
    entrants: [0, 1, 2, 2, 1, 0].map(inTier),
    secret: Buffer.alloc(32, 7),
  };

  test('is right for both implementations, and they have nothing to remark', async () => {
    const { pack } = makeDraw(input);
    expect(JSON.parse(pack.rules)).toMatchObject({ priorityGroups: groups });
    const { ok, remarks } = await verifyPack(packOf(pack));
    expect({ ok, remarks }).toEqual({ ok: true, remarks: [] });
    const { status, output } = await runPython(await folderOf(pack));
    expect(output).not.toMatch(/NOT/);
    expect(status).toBe(0);
  });

  test.each([
    [
      'a tier behind the last one',
      'entrants.csv is well formed and sorted',
      (pack: PackText) => ({ ...pack, entrants: pack.entrants.replace(',2,1,', ',3,1,') }),
    ],
    ['groups that do not fall', 'rules.json can be read', (pack: PackText) => ({ ...pack, rules: pack.rules.replace('800', '300') })],
    ['groups beside the method score', 'rules.json can be read', (pack: PackText) => ({ ...pack, rules: pack.rules.replace('"random"', '"score"') })],
    ['a group twice', 'rules.json can be read', (pack: PackText) => ({ ...pack, rules: pack.rules.replace('regulars', 'members') })],
    [
      'no group',
      'rules.json can be read',
      (pack: PackText) => ({ ...pack, rules: pack.rules.replace(/"priorityGroups": \[[^\]]*\]/, '"priorityGroups": []') }),
    ],
  ])('%s is found by both implementations', async (_, check, tamper) => {
    const { pack } = makeDraw(input);
    const tampered = tamper(pack);
    expect(tampered).not.toEqual(pack);
    const { ok, checks } = await verifyPack(packOf(tampered));
    expect({ ok, failed: checks.find((found) => !found.ok)?.name }).toEqual({ ok: false, failed: check });
    expect((await runPython(await folderOf(tampered))).status).toBe(1);
  });

  test('with the method score, no tier is above what a score gives', async () => {
    const { pack } = makeDraw({ method: 'score', markets: input.markets, entrants: [inTier(1000, 1)], secret: input.secret });
    expect((await verifyPack(packOf(pack))).ok).toBe(true);
    const tampered = { ...pack, entrants: pack.entrants.replace(',1000,', ',1001,') };
    expect((await verifyPack(packOf(tampered))).checks.find(({ ok }) => !ok)?.detail).toMatch(/has the tier 1001/);
    expect((await runPython(await folderOf(tampered))).output).toMatch(/NOT OK .*above 1000/);
  });
});
