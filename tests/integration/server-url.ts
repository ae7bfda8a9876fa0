/** The servers that suites here need; `npm run test:integration` starts them and says where they listen. */
export type ServerName = 'dynamodb' | 'ministack' | 'kafka' | 'schema_registry' | 'mongo' | 'redis';

/** The variable that says where a server listens, for a run by hand against one that is up already. */
export const urlVariable = (server: string): string => `TEST_${server.toUpperCase()}_URL`;

/** Where a server listens, on the loopback address. A suite whose server is not there fails, and says how to get it. */
export const serverUrl = (server: ServerName): string => {
  const url = process.env[urlVariable(server)];
  if (url === undefined || url === '')
    throw new Error(`No ${server} to test against: run this suite by "npm run test:integration", which installs and starts it.`);
  return url;
};
