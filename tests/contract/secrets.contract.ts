import { describe, expect, test } from 'vitest';
import type { Secrets } from '../../src/ports/secrets.ts';

/** Secrets, and a way to open the same ones again as another process would. */
export interface SecretsSubject {
  readonly secrets: Secrets;
  restart(): Promise<Secrets>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (secret: Uint8Array): string => new TextDecoder().decode(secret);
const read = async (secrets: Secrets, name: string): Promise<string> => new TextDecoder().decode(await secrets.get(name));

/** What every adapter of secrets does. */
export const describeSecretsContract = (adapter: string, create: () => Promise<SecretsSubject>): void => {
  describe(`secrets: ${adapter}`, () => {
    test('what is not there is refused by name', async () => {
      const { secrets } = await create();
      await expect(secrets.get('kafka-certificate')).rejects.toMatchObject({ code: 'SECRET_MISSING', detail: { name: 'kafka-certificate' } });
    });

    test('what was made stays, over restarts too', async () => {
      const { secrets, restart } = await create();
      await secrets.getOrCreate('signing-key', () => bytes('first'));
      expect(await read(secrets, 'signing-key')).toBe('first');
      const again = await restart();
      expect(new TextDecoder().decode(await again.getOrCreate('signing-key', () => bytes('second')))).toBe('first');
      expect(await read(again, 'signing-key')).toBe('first');
    });

    test('names may have parts, and each is a secret of its own', async () => {
      const { secrets } = await create();
      await secrets.getOrCreate('draw/summer-tour', () => bytes('a'));
      await secrets.getOrCreate('draw/winter-tour', () => bytes('b'));
      expect([await read(secrets, 'draw/summer-tour'), await read(secrets, 'draw/winter-tour')]).toEqual(['a', 'b']);
    });

    test('the first writer wins, and all get what it wrote', async () => {
      const { secrets, restart } = await create();
      const others = await Promise.all([restart(), restart(), restart()]);
      const given = await Promise.all([secrets, ...others].map((one, index) => one.getOrCreate('key', async () => bytes(`writer ${index}`))));
      const texts = new Set(given.map((secret) => new TextDecoder().decode(secret)));
      expect(texts.size).toBe(1);
      expect([...texts]).toEqual([await read(await restart(), 'key')]);
    });

    test('one that could not be made can be made later', async () => {
      const { secrets } = await create();
      const failed = secrets.getOrCreate('key', () => Promise.reject(new Error('no randomness')));
      await expect(failed).rejects.toThrow('no randomness');
      await secrets.getOrCreate('key', () => bytes('made'));
      expect(await read(secrets, 'key')).toBe('made');
    });

    test('one that is looked for and made at the same time is made', async () => {
      const { secrets } = await create();
      const [looked, made] = await Promise.allSettled([secrets.get('key'), secrets.getOrCreate('key', () => bytes('made'))]);
      expect(looked.status).toBe('rejected');
      expect(made.status).toBe('fulfilled');
      expect(await read(secrets, 'key')).toBe('made');
    });

    test.each(['../outside', 'a/../../outside', '/etc/passwd', '.hidden', 'a//b', '', 'a\0b', 'a/', 'Zoë', 'a b', 'a:b', 'x'.repeat(401)])(
      '%j is no name of a secret',
      async (name) => {
        const { secrets } = await create();
        await expect(secrets.get(name)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
        await expect(secrets.getOrCreate(name, () => bytes('a'))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
        await expect(secrets.latest(name)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
        await expect(secrets.replace(name, () => bytes('a'))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      },
    );

    test('any bytes are kept as they are', async () => {
      const { secrets, restart } = await create();
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      await secrets.getOrCreate('key', () => all);
      expect([...(await (await restart()).get('key'))]).toEqual([...all]);
    });

    test('one that was missing is found once it is there', async () => {
      const { secrets, restart } = await create();
      await expect(secrets.get('key')).rejects.toMatchObject({ code: 'SECRET_MISSING' });
      await (await restart()).getOrCreate('key', () => bytes('made elsewhere'));
      expect(await read(secrets, 'key')).toBe('made elsewhere');
    });

    test('one that was replaced is seen elsewhere by whoever asks for the latest, and stays over restarts', async () => {
      const { secrets, restart } = await create();
      await secrets.getOrCreate('key', () => bytes('first'));
      const other = await restart();
      expect(await read(other, 'key')).toBe('first');
      expect(text(await secrets.replace('key', (current) => bytes(`${text(current)}, second`)))).toBe('first, second');
      expect(await read(secrets, 'key')).toBe('first, second');
      expect(text(await other.latest('key'))).toBe('first, second');
      expect(await read(other, 'key')).toBe('first, second');
      expect(await read(await restart(), 'key')).toBe('first, second');
    });

    test('what is not there has no latest and cannot be replaced', async () => {
      const { secrets } = await create();
      for (const looked of [secrets.latest('key'), secrets.replace('key', () => bytes('a'))])
        await expect(looked).rejects.toMatchObject({ code: 'SECRET_MISSING', detail: { name: 'key' } });
    });

    test('of two who replace at once, one is refused or sees what the other made', async () => {
      const { secrets, restart } = await create();
      await secrets.getOrCreate('key', () => bytes('0'));
      const writers = await Promise.all(['a', 'b', 'c'].map(async (letter) => ({ letter, writer: await restart() })));
      const outcomes = await Promise.allSettled(writers.map(({ letter, writer }) => writer.replace('key', (current) => bytes(text(current) + letter))));
      const stored = text(await secrets.latest('key'));
      for (const [index, outcome] of outcomes.entries()) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT', retryable: true });
        expect(stored.includes(writers[index]?.letter ?? '?')).toBe(outcome.status === 'fulfilled');
      }
      expect(stored.length).toBe(1 + outcomes.filter(({ status }) => status === 'fulfilled').length);
    });

    test('a change that fails leaves the secret as it was, for the next one to change', async () => {
      const { secrets } = await create();
      await secrets.getOrCreate('key', () => bytes('first'));
      await expect(secrets.replace('key', () => Promise.reject(new Error('no randomness')))).rejects.toThrow('no randomness');
      expect(text(await secrets.latest('key'))).toBe('first');
      await secrets.replace('key', () => bytes('second'));
      expect(text(await secrets.latest('key'))).toBe('second');
    });
  });
};
