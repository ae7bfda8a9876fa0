import { describe, expect, test } from 'vitest';
import type { Secrets } from '../../src/ports/secrets.ts';

/** Secrets, and a way to open the same ones again as another process would. */
export interface SecretsSubject {
  readonly secrets: Secrets;
  restart(): Promise<Secrets>;
  /** Puts another in a secret's place, as a person does who rotates it. */
  rotate(name: string, secret: Uint8Array): Promise<void>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
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

    test('one that was exchanged is seen by who asks for it as it is now, and by everyone after that', async () => {
      const { secrets, rotate } = await create();
      await expect(secrets.getFresh('key')).rejects.toMatchObject({ code: 'SECRET_MISSING', detail: { name: 'key' } });
      await secrets.getOrCreate('key', () => bytes('first'));
      expect(new TextDecoder().decode(await secrets.getFresh('key'))).toBe('first');
      await rotate('key', bytes('second'));
      expect(new TextDecoder().decode(await secrets.getFresh('key'))).toBe('second');
      expect(await read(secrets, 'key')).toBe('second');
    });

    test.each(['../outside', 'a/../../outside', '/etc/passwd', '.hidden', 'a//b', '', 'a\0b', 'a/', 'Zoë', 'a b', 'a:b', 'x'.repeat(401)])(
      '%j is no name of a secret',
      async (name) => {
        const { secrets } = await create();
        await expect(secrets.get(name)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
        await expect(secrets.getFresh(name)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
        await expect(secrets.getOrCreate(name, () => bytes('a'))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
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
  });
};
