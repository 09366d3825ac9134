import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { MskPolicyAttachments } from './policy-attachments';

export interface MskServiceRoleProps {
  /** At most 64 characters, unique in the account. */
  readonly roleName: string;
  readonly description: string;
  /** The service that takes the role: `kafkaconnect.amazonaws.com`, or `kafka.amazonaws.com` for MSK Replicator. */
  readonly service: string;
  /** For which of its resources: an ARN after the account's number, in which `*` may be anywhere. Default: for all of this account. */
  readonly source?: { readonly beforeAccount: string; readonly afterAccount: string };
  /** Managed policies that the role has. Default: none. */
  readonly policyArns?: readonly string[];
}

/**
 * The role in which a service of AWS works on clusters. Only for this account may it take it: otherwise somebody else's
 * connector could be told to use it. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class MskServiceRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskServiceRoleProps) {
    super(scope, `msk-service-role.${id}`);
    const account = addressed(new DataAwsCallerIdentity(this, 'account'), `${id}_role`).accountId;
    const role = new IamRole(this, 'role', {
      name: props.roleName,
      description: props.description,
      assumeRolePolicy: JSON.stringify(serviceTrust(account, props)),
    });
    this.arn = addressed(role, id).arn;
    new MskPolicyAttachments(this, id, { roleName: role.name, policyArns: props.policyArns ?? [] });
  }
}

/** Which service may take the role, and for whom. */
export const serviceTrust = (
  account: string,
  { service, source }: Pick<MskServiceRoleProps, 'service' | 'source'>,
): object => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': account },
        ...(source ? { ArnLike: { 'aws:SourceArn': `${source.beforeAccount}${account}${source.afterAccount}` } } : {}),
      },
    },
  ],
});
