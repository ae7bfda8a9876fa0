import type { SFNClient } from '@aws-sdk/client-sfn';
import type { StateMachines } from '../../ports/state-machine.ts';

/** Stands in until its adapter is here. */
export const createSfnStateMachines = <Name extends string>(_: {
  readonly client: SFNClient;
  readonly arnOf: (machine: Name) => string;
}): StateMachines<Name> => {
  throw new Error('not here yet');
};
