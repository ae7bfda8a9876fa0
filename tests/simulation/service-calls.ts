import { campaignServed } from '../../src/generated/served/campaign.ts';
import { codeServed } from '../../src/generated/served/code.ts';
import { entryServed } from '../../src/generated/served/entry.ts';
import { exportServed } from '../../src/generated/served/export.ts';
import { userServed } from '../../src/generated/served/user.ts';
import type { ServiceName } from '../../src/ports/tokens.ts';
import type { ServiceClients } from '../../src/runtime/service-clients.ts';
import type { CallContext } from '../../src/services/contract.ts';
import type { ServedContract } from '../../src/services/served-contract.ts';
import { checkPart, type RequestPart } from '../../src/services/validation.ts';
import type { FaultLayer } from './fault-layer.ts';
import type { Faults } from './faults.ts';

export type Handlers = Readonly<Record<string, (request: never, context: CallContext) => Promise<unknown>>>;

const BURST = 0.004;
const LONGEST_BURST = 8;

const served: Readonly<Record<ServiceName, ServedContract>> = {
  campaign: campaignServed,
  entry: entryServed,
  user: userServed,
  code: codeServed,
  export: exportServed,
};

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
      const methods = operations.map((name) => {
        const operation = name as string;
        const checks = served[service].operations[operation];
        const run = handlersOf(service)[operation] as (request: unknown, context: CallContext) => Promise<unknown>;
        const method = (request: unknown, options: { readonly correlationId?: string } = {}): Promise<unknown> =>
          layer.call(
            `${service}Service.${operation}`,
            async () => {
              if (isDown(service)) throw faults.error(`${service}Service.${operation}`, 'refused', 'SERVICE_UNAVAILABLE');
              const received = overTheWire(request) as Partial<Record<RequestPart, unknown>>;
              for (const part of ['params', 'query', 'body'] as const) {
                const validate = checks?.[part];
                const refusal = validate === undefined ? null : checkPart(part, validate, received[part] ?? {});
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
