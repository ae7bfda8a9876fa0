import { App } from 'aws-cdk-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { createTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { createFlowStack } from '../flow-stack.ts';
import { readSettings } from '../settings.ts';
import { createStateStack } from '../state-stack.ts';
import { type Resource, statementsOf } from './template.ts';

const SERVICES = ['campaign', 'entry', 'user', 'code'] as const;
const READERS = ['check-eligibility', 'read-campaign', 'read-entry', 'withdraw-entry', 'save-entries', 'save-selections'] as const;

/** Needs the bundles, as a function's code is among what is synthesised. */
const flowWith = (context: Readonly<Record<string, string>>): readonly Resource[] => {
  const app = new App({ context, outdir: createTemporaryFolder(afterAll) });
  const settings = readSettings(app);
  const { state } = createStateStack(app, 'reg-state', settings);
  createFlowStack(app, 'reg-flow', settings, state);
  const { Resources } = app.synth().getStackByName('reg-flow').template as { readonly Resources: Readonly<Record<string, Omit<Resource, 'id'>>> };
  return Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }));
};

describe('a deployment whose services keep everything in MongoDB', { timeout: 300_000 }, () => {
  const resources = flowWith({ mongoSecret: 'servers/mongo', mongoReadSecret: 'servers/mongo-read' });
  const environmentOf = (name: string): string =>
    JSON.stringify(
      resources.find(({ Type, Properties }) => Type === 'AWS::Lambda::Function' && String(Properties.FunctionName) === `reg-${name}`)?.Properties.Environment,
    );
  const secretsOf = (name: string): readonly string[] =>
    statementsOf(resources)
      .filter(({ role, actions }) => role.startsWith(`${name.replaceAll('-', '')}role`) && actions.includes('secretsmanager:GetSecretValue'))
      .flatMap(({ resources: on }) => on.flatMap((resource) => /secret:reg\/(servers\/.*)-\?{6}$/.exec(resource)?.[1] ?? []));

  test('tells each of them the name of the secret, and lets it read that one', () => {
    for (const service of SERVICES) {
      expect(environmentOf(`${service}-service`), service).toContain('"REG_MONGO_SECRET":"servers/mongo"');
      expect(secretsOf(`${service}-service`), service).toEqual(['servers/mongo']);
    }
  });

  test('gives workers who read campaigns the other user alone, and the rest none', () => {
    for (const worker of READERS) {
      expect(environmentOf(worker), worker).toContain('"REG_MONGO_READ_SECRET":"servers/mongo-read"');
      expect(environmentOf(worker), worker).not.toContain('REG_MONGO_SECRET');
      expect(secretsOf(worker), worker).toEqual(['servers/mongo-read']);
    }
    expect(environmentOf('enqueue-entries')).not.toContain('REG_MONGO');
    expect(secretsOf('enqueue-entries')).toEqual([]);
  });

  test('has no right left on the tables that the services would have', () => {
    const tables = statementsOf(resources).flatMap(({ role, actions, resources: on }) =>
      actions.some((action) => action.startsWith('dynamodb:')) ? on.map((resource) => `${role} ${resource}`) : [],
    );
    const kept = SERVICES.map((service) => `${service}servicerole`);
    // The audit log stays a table.
    expect(tables.filter((line) => kept.some((role) => line.startsWith(role)) && !/ .*audit/i.test(line))).toEqual([]);
    expect(tables.filter((line) => /^(checkeligibility|readcampaign|readentry|withdrawentry)role/.test(line) && /campaigns/i.test(line))).toEqual([]);
    expect(tables.length).toBeGreaterThan(0);
  });
});
