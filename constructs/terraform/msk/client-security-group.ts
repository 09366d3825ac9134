import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { ports } from './listeners';

export interface MskClientSecurityGroupProps {
  readonly name: string;
  readonly description: string;
  /** The VPC of the brokers. */
  readonly vpcId: string;
  /** The brokers' own group, which lets this one in. */
  readonly brokerSecurityGroupId: string;
  /** Whether HTTPS may be reached anywhere, as AWS' own services are. Default: false. */
  readonly https?: boolean;
}

/** The security group of a client that AWS runs: it reaches the IAM listener of brokers, and nothing reaches it. */
export class MskClientSecurityGroup extends Construct {
  readonly securityGroupId: string;
  /** For whatever stands in the group: made after them, it reaches brokers from its first minute, and until it is gone. */
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: MskClientSecurityGroupProps) {
    super(scope, `msk-client-security-group.${id}`);
    const { name, description, vpcId, brokerSecurityGroupId, https = false } = props;
    const group = new SecurityGroup(this, 'group', { name, description, vpcId });
    this.securityGroupId = addressed(group, id).id;
    const iam = { ipProtocol: 'tcp', fromPort: ports.iam, toPort: ports.iam };
    const toBrokers = addressed(
      new VpcSecurityGroupEgressRule(this, 'to-brokers', {
        securityGroupId: group.id,
        description: 'iam of brokers',
        referencedSecurityGroupId: brokerSecurityGroupId,
        ...iam,
      }),
      `${id}_iam`,
    );
    const fromClient = addressed(
      new VpcSecurityGroupIngressRule(this, 'from-client', {
        securityGroupId: brokerSecurityGroupId,
        description: `iam from ${name}`,
        referencedSecurityGroupId: group.id,
        ...iam,
      }),
      `${id}_iam`,
    );
    this.rules = [toBrokers, fromClient, ...(https ? [this.reachHttps(id, group.id)] : [])];
  }

  private reachHttps(id: string, securityGroupId: string): ITerraformDependable {
    const rule = new VpcSecurityGroupEgressRule(this, 'to-https', {
      securityGroupId,
      description: 'HTTPS of services',
      cidrIpv4: '0.0.0.0/0',
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
    });
    return addressed(rule, `${id}_https`);
  }
}
