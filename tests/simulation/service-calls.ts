import type { ServiceName } from '../../src/ports/tokens.ts';
import type { ServiceClients } from '../../src/runtime/service-clients.ts';
import type { CallContext, Contract } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { type Check, createCheck, type RequestPart } from '../../src/services/validation.ts';
import type { FaultLayer } from './fault-layer.ts';
import type { Faults } from './faults.ts';

export type Handlers = Readonly<Record<string, (request: never, context: CallContext) => Promise<unknown>>>;

const BURST = 0.004;
const LONGEST_BURST = 8;

/** Clients that pass each call to the service's handlers as HTTP would: checked against the contract, and as JSON both ways. */
export const createServiceCalls = (layer: FaultLayer, faults: Faults, handlersOf: (service: ServiceName) => Handlers): ServiceClients => {
  const bursts = new Map<ServiceName, number>();
  const isDown = (service: ServiceName): boolean => {
    const left = bursts.get(service) ?? 0;
    if (left > 0) bursts.set(service, left - 1);
    else if (faults.spend(BURST)) bursts.set(service, 1 + faults.below(LONGEST_BURST));
    return (bursts.get(service) ?? 0) > 0 && faults.spend(1);
  };
  return {
    clientOf: (caller, service, operations) => {
      const contract: Contract = contracts[service];
      const methods = operations.map((name) => {
        const operation = name as string;
        const checks = checksOf(contract, operation);
        const run = handlersOf(service)[operation] as (request: unknown, context: CallContext) => Promise<unknown>;
        const method = (request: unknown, options: { readonly correlationId?: string } = {}): Promise<unknown> =>
          layer.call(
            `${service}Service.${operation}`,
            async () => {
              if (isDown(service)) throw faults.error(`${service}Service.${operation}`, 'refused', 'SERVICE_UNAVAILABLE');
              const received = overTheWire(request) as Partial<Record<RequestPart, unknown>>;
              for (const { part, check } of checks) {
                const refusal = check(received[part] ?? {});
                if (refusal !== null) throw refusal;
              }
              const call: CallContext = { caller: { kind: 'app', name: caller, scopes: new Set() }, correlationId: options.correlationId ?? 'simulation' };
              return overTheWire(await run(received, call));
            },
            'SERVICE_UNAVAILABLE',
          );
        return [operation, method];
      });
      return { client: Object.fromEntries(methods) as never, authenticate: async () => {} };
    },
  };
};

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const known = new Map<string, readonly { readonly part: RequestPart; readonly check: Check }[]>();

const checksOf = (contract: Contract, name: string): readonly { readonly part: RequestPart; readonly check: Check }[] => {
  const key = `${contract.service}.${name}`;
  const made =
    known.get(key) ??
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = contract.operations[name]?.[part];
      return schema === undefined ? [] : [{ part, check: createCheck(part, schema) }];
    });
  known.set(key, made);
  return made;
};
