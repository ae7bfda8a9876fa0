import { expect, test } from 'vitest';
import { errorCodes, RegError } from '../../src/errors.ts';
import { definitionOf, stateMachineDefinition } from '../../src/runtime/lambda/state-machine-definition.ts';
import type { TaskState } from '../../src/topology.ts';

const arn = (worker: string): string => `arn:of:${worker}`;
const row: TaskState = { kind: 'task', name: 'Only', worker: 'freezeDraw', resultKey: 'only', maxAttempts: 5 };

interface State {
  readonly Next?: string;
  readonly Default?: string;
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Choices?: readonly { readonly Next: string }[];
}
const statesOf = (definition: Readonly<Record<string, unknown>>) => definition.States as Readonly<Record<string, State>>;

test('a step is tried as often as its row says, but not where no second try helps', () => {
  const [hopeless, others] = statesOf(definitionOf([row], arn)).Only?.Retry ?? [];
  const retryable = errorCodes.filter((code) => new RegError(code, '').retryable);
  expect(new Set([...(hopeless?.ErrorEquals ?? []), ...retryable, 'INTERNAL'])).toEqual(new Set(errorCodes));
  expect(hopeless?.ErrorEquals.filter((code) => retryable.some((other) => other === code))).toEqual([]);
  expect([hopeless?.MaxAttempts, others?.MaxAttempts]).toEqual([0, 4]);
});

test('every state that is named exists, and every state is named', () => {
  const definition = stateMachineDefinition('selectionStateMachine', arn);
  const states = statesOf(definition);
  const named = Object.values(states).flatMap(({ Next, Default, Catch = [], Choices = [] }) => [
    Next,
    Default,
    ...Catch.map((one) => one.Next),
    ...Choices.map((one) => one.Next),
  ]);
  expect(new Set(['Correlate', ...named.filter((name) => name !== undefined)])).toEqual(new Set(Object.keys(states)));
  expect(definition.StartAt).toBe('Correlate');
});

test('a machine of one task, without a map, is whole', () => {
  expect(Object.keys(statesOf(definitionOf([row], arn)))).toEqual(['Correlate', 'Only', 'OnlyFailed', 'Judge', 'SomeItemsFailed', 'Done']);
});
