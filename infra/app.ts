import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { App, DefaultStackSynthesizer, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { createFlowStack } from './flow-stack.ts';
import { readSettings, type Settings } from './settings.ts';
import { createStateStack } from './state-stack.ts';

/** `-c name=value`, as the CDK's own command takes it (and gives it in a way that the app reads by itself). */
function contextOf(words: readonly string[]): Record<string, string> {
  const { values } = parseArgs({ args: [...words], options: { context: { type: 'string', short: 'c', multiple: true } } });
  return Object.fromEntries((values.context ?? []).map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]));
}

/** `npm run synth`: writes the templates of both stacks, checked by cdk-nag, to dist/cdk.out. Needs no account. */
/** A wrong setting ends it with one line. */
function settingsOrEnd(scope: App): Settings {
  try {
    return readSettings(scope);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

// Deploying needs no newer bootstrap than the oldest that takes assets, so its version is not asked for.
const app = new App({
  defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  context: contextOf(process.argv.slice(2)),
  // The CDK's command says where it looks.
  outdir: process.env.CDK_OUTDIR ?? fileURLToPath(new URL('../dist/cdk.out', import.meta.url)),
});
const settings = settingsOrEnd(app);
const { stack, state } = createStateStack(app, `${settings.prefix}-state`, settings);
const flow = createFlowStack(app, `${settings.prefix}-flow`, settings, state);
flow.addStackDependency(stack);
Tags.of(app).add('application', 'reg-workers');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
app.synth();
