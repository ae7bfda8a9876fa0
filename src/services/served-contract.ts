import type { Contract, Operation } from './contract.ts';
import type { Validate } from './validation.ts';

/**
 * A contract as it is served: its schemas compiled to functions, ahead of time, as that takes a process longer than
 * everything else at its start. `src/generated/served` holds one of each contract.
 */
export interface ServedContract<C extends Contract = Contract> {
  readonly service: Contract['service'];
  readonly operations: Readonly<Record<string, ServedOperation>>;
  /** The OpenAPI document. */
  readonly document: string;
  /** For the compiler alone. */
  readonly of?: C;
}

export interface ServedOperation extends Pick<Operation, 'method' | 'path' | 'scope' | 'personal' | 'bodyLimit'> {
  readonly params?: Validate;
  readonly query?: Validate;
  readonly body?: Validate;
  /** Present where the body has a key under which the call is done once: it may come as a header. */
  readonly takesKey?: true;
  readonly checkAnswer: Validate;
  /** An answer as JSON, with what the contract names and nothing else. Throws where that is not there. */
  readonly serialise: (answer: unknown) => string;
}
