import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientOptions } from './client-options.ts';

let made: SecretsManagerClient | undefined;

/** The container's one client of Secrets Manager. */
export const secretsManagerClient = (): SecretsManagerClient => {
  made ??= new SecretsManagerClient({ ...clientOptions });
  return made;
};
