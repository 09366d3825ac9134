import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskPolicyAttachmentsProps {
  /** The name of a role, not its ARN. */
  readonly roleName: string;
  /** Managed policies that the role gets beside those that it has; their order is their address. */
  readonly policyArns: readonly string[];
}

/** Gives a role what an application may do, and takes nothing away that somebody else attached to it. */
export class MskPolicyAttachments extends Construct {
  /** For whatever needs the role to have them. */
  readonly attachments: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { roleName, policyArns }: MskPolicyAttachmentsProps) {
    super(scope, `msk-policy-attachments.${id}`);
    this.attachments = policyArns.map((policyArn, index) => {
      // As the policy is called, so that a further one is a further address and moves none.
      const suffix = index === 0 ? '' : `-${index + 1}`;
      const attachment = new IamRolePolicyAttachment(this, `policy${suffix}`, { role: roleName, policyArn });
      return addressed(attachment, `${id}${suffix}`);
    });
  }
}
