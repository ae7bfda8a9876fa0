import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that stands, with the reason. */
export interface Accepted {
  readonly finding: `AwsSolutions-${string}`;
  readonly reason: string;
}

/** Lets findings stand at one construct and below. */
export const accept = (construct: IConstruct, ...accepted: readonly Accepted[]): void =>
  Validations.of(construct).acknowledge(...accepted.map(({ finding, reason }) => ({ id: finding, reason })));

/** A right on every resource of a kind, as cdk-nag names it; `arn` is what comes behind the account. Default: on everything. */
export const wildcard = (reason: string, service?: string, arn?: string): Accepted => ({
  finding: `AwsSolutions-IAM5[Resource::${service === undefined ? '*' : `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>:${arn}`}]`,
  reason,
});
