import { createSecretsManagerSecrets } from '../../../adapters/aws/secretsmanager-secrets.ts';
import type { Secrets } from '../../../ports/secrets.ts';
import { secretsManagerClient } from '../clients/secrets-manager.ts';
import type { Make } from '../cloud.ts';

/** The deployment's secrets. */
export const secrets: Make<Secrets> = ({ config, clock }) =>
  createSecretsManagerSecrets({ client: secretsManagerClient(), prefix: config.resources.secretsPrefix(), clock });
