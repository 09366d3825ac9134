import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { MskPolicyAttachments } from './policy-attachments';

export interface MskServiceRoleProps {
  /** At most 64 characters, unique in the account. */
  readonly roleName: string;
  readonly description: string;
  /** The service that takes the role: `kafkaconnect.amazonaws.com`, or `kafka.amazonaws.com` for MSK Replicator. */
  readonly service: string;
  /** The number of the account that the role is in. */
  readonly account: string;
  /** For which of the service's resources: an ARN, in which `*` may be anywhere. Default: for all of the account. */
  readonly sourceArn?: string;
  /** Managed policies that the role has. Default: none. */
  readonly policyArns?: readonly string[];
}

/**
 * The role in which a service of AWS works on clusters. Only for one account may it take it: otherwise somebody else's
 * connector could be told to use it. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class MskServiceRole extends Construct {
  readonly arn: string;
  /** For whatever the service does in the role: made after them, it may do everything from its first minute. */
  readonly attachments: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: MskServiceRoleProps) {
    super(scope, `msk-service-role.${id}`);
    const role = new IamRole(this, 'role', {
      name: props.roleName,
      description: props.description,
      assumeRolePolicy: JSON.stringify(serviceTrust(props)),
    });
    this.arn = addressed(role, id).arn;
    const { policyArns = [] } = props;
    this.attachments = new MskPolicyAttachments(this, id, { roleName: role.name, policyArns }).attachments;
  }
}

/** Which service may take the role, and for whom. */
const serviceTrust = ({ service, account, sourceArn }: MskServiceRoleProps): object => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': account },
        ...(sourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': sourceArn } }),
      },
    },
  ],
});
