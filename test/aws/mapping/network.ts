import type { Call, Mapping } from '../requests';
import { keyValues } from './values';

/** EC2 wants tags beside the type of what they are on. */
const tagsOf = (ResourceType: string) => ({
  to: 'TagSpecifications',
  as: (tags: Readonly<Record<string, string>>) => [{ ResourceType, Tags: keyValues('Key', 'Value')(tags) }],
});

const permission: Call['members'] = {
  security_group_id: 'GroupId',
  ip_protocol: 'IpPermissions[].IpProtocol',
  from_port: 'IpPermissions[].FromPort',
  to_port: 'IpPermissions[].ToPort',
  // The provider puts a rule's description beside whom it lets in: GroupId, a range or a list of prefixes.
  referenced_security_group_id: { to: 'IpPermissions[].UserIdGroupPairs', as: (GroupId: string) => [{ GroupId }] },
  cidr_ipv4: { to: 'IpPermissions[].IpRanges', as: (CidrIp: string) => [{ CidrIp }] },
  cidr_ipv6: { to: 'IpPermissions[].Ipv6Ranges', as: (CidrIpv6: string) => [{ CidrIpv6 }] },
  prefix_list_id: { to: 'IpPermissions[].PrefixListIds', as: (PrefixListId: string) => [{ PrefixListId }] },
  tags: tagsOf('security-group-rule'),
};
const local = { description: 'of the group, range or list that it is beside: EC2 gives it no bound in its model' };

/** Security groups and their rules. */
export const network: Readonly<Record<string, Mapping>> = {
  aws_security_group: {
    calls: [
      {
        service: 'ec2',
        operation: 'CreateSecurityGroup',
        members: { name: 'GroupName', description: 'Description', vpc_id: 'VpcId', tags: tagsOf('security-group') },
      },
    ],
    local: { revoke_rules_on_delete: 'what the provider does first when it deletes the group' },
  },
  aws_vpc_security_group_ingress_rule: {
    calls: [{ service: 'ec2', operation: 'AuthorizeSecurityGroupIngress', members: permission }],
    local,
  },
  aws_vpc_security_group_egress_rule: {
    calls: [{ service: 'ec2', operation: 'AuthorizeSecurityGroupEgress', members: permission }],
    local,
  },
};
