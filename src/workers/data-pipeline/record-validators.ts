import type { PipelineRecord, PipelineType } from '../../domain/pipeline-record.ts';
import { RegError } from '../../errors.ts';
import { validate as campaign } from '../../generated/pipeline-validators/campaign.ts';
import { validate as eventMapping } from '../../generated/pipeline-validators/event-mapping.ts';
import { validate as market } from '../../generated/pipeline-validators/market.ts';
import { validate as registeredMarket } from '../../generated/pipeline-validators/registered-market.ts';
import { validate as registration } from '../../generated/pipeline-validators/registration.ts';

/** As Ajv compiles it ahead of time; `errors` is what the last call found. */
interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly keyword: string; readonly params: Readonly<Record<string, unknown>> }[] | null;
}

const validators: Readonly<Record<PipelineType, Validate>> = {
  CAMPAIGN: campaign,
  MARKET: market,
  REGISTRATION: registration,
  EVENT_MAPPING: eventMapping,
  REGISTERED_MARKET: registeredMarket,
};

/** Null for a record that keeps its schema, else `RECORD_INVALID` with the place and the rule that was broken; never with the value. */
export const checkRecord = (record: PipelineRecord): RegError | null => {
  const validate = Object.hasOwn(validators, record?.type) ? validators[record.type] : undefined;
  if (validate === undefined) return new RegError('RECORD_INVALID', 'The message is no record of a known type.');
  if (typeof record.key !== 'string' || record.key === '') return new RegError('RECORD_INVALID', `The ${record.type} record has no key.`);
  if (validate(record.value)) return null;
  const [error] = validate.errors ?? [];
  const place = `${error?.instancePath ?? ''}${propertyOf(error?.params ?? {})}` || '/';
  const keyword = error?.keyword ?? 'unknown';
  return new RegError('RECORD_INVALID', `The ${record.type} record breaks its schema at ${place}: ${keyword}.`, {
    detail: { type: record.type, place, keyword },
  });
};

const propertyOf = ({ missingProperty, additionalProperty }: Readonly<Record<string, unknown>>): string => {
  const name = missingProperty ?? additionalProperty;
  return typeof name === 'string' ? `/${name}` : '';
};
