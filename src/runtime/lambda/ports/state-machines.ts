import { createSfnStateMachines } from '../../../adapters/aws/sfn-state-machines.ts';
import type { StateMachines } from '../../../ports/state-machine.ts';
import type { StateMachineName } from '../../../topology.ts';
import { sfnClient } from '../clients/sfn.ts';
import type { Make } from '../cloud.ts';

/** The topology's state machines on Step Functions. */
export const stateMachines: Make<StateMachines<StateMachineName>> = ({ config }) =>
  createSfnStateMachines<StateMachineName>({ client: sfnClient(), arnOf: config.resources.stateMachine });
