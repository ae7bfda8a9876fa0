import type { Make } from '../cloud.ts';
import type { AddDeadLetter } from '../given-ports.ts';
import { queueOperations } from './queue-operations.ts';

/** Where a batch's worker puts what trying again cannot mend. */
export const deadLetters: Make<AddDeadLetter> = (cloud) => queueOperations(cloud).addDeadLetter;
