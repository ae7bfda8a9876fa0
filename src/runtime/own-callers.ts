import { workers } from '../topology.ts';

const SERVICES = ['campaign-service', 'entry-service', 'user-service', 'code-service', 'export-service'];

/** The names in the tokens of the system's own workers, services and front door. No other app may have one of them. */
export const ownCallers: ReadonlySet<string> = new Set([...Object.keys(workers), ...SERVICES, 'front']);
