import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One function of the cloud: where its code begins, and the name of its folder under `dist/lambda`. */
export interface FunctionEntry {
  readonly name: string;
  readonly file: string;
  readonly kind: 'worker' | 'service' | 'authorizer';
}

export const root = join(import.meta.dirname, '../..');
const runtime = join(root, 'src/runtime/lambda');

/** Every function, workers by their file's name, services as `<name>-service`. */
export const functionEntries = (): readonly FunctionEntry[] => {
  const authorizer = join(runtime, 'authorizer.ts');
  return [
    ...filesIn('workers').map((file) => ({ name: basename(file, '.ts'), file, kind: 'worker' as const })),
    ...filesIn('services').map((file) => ({ name: serviceName(basename(file, '.ts')), file, kind: 'service' as const })),
    ...(existsSync(authorizer) ? [{ name: 'authorizer', file: authorizer, kind: 'authorizer' as const }] : []),
  ];
};

const filesIn = (folder: string): readonly string[] => globSync(join(runtime, folder, '*.ts')).sort();

const serviceName = (file: string): string => (file === 'front' ? file : `${file}-service`);
