import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { type Access, accessTo, type ListenerProps } from './listeners';

export interface MskSecurityGroupProps extends ListenerProps {
  readonly name: string;
  readonly vpcId: string;
}

/** Lets clients reach the listeners that are on, and monitoring the exporters; a rule each, so that one goes without the others. */
export class MskSecurityGroup extends Construct {
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: MskSecurityGroupProps) {
    super(scope, `msk-security-group.${id}`);
    const group = new SecurityGroup(this, 'group', {
      name: props.name,
      description: `Brokers of ${props.name}`,
      vpcId: props.vpcId,
    });
    this.securityGroupId = addressed(group, id).id;
    for (const access of accessTo(props)) this.newRule(id, access);
  }

  private newRule(id: string, { listener, port, name, from }: Access): void {
    const ruleId = `${id}_${listener}_${name}`;
    const rule = new VpcSecurityGroupIngressRule(this, ruleId, {
      securityGroupId: this.securityGroupId,
      description: `${listener} from ${name}`,
      ...('cidrIpv4' in from ? from : { referencedSecurityGroupId: from.securityGroupId }),
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
    });
    addressed(rule, ruleId);
  }
}
