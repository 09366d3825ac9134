import type { MskClusterInput } from '../../../backends/msk/description/input';

/** The least that a description says of an MSK cluster. */
export const mskCluster = {
  backend: 'msk',
  region: 'eu-west-1',
  network: {
    vpc: 'vpc-00000001',
    subnets: ['subnet-0000000a', 'subnet-0000000b', 'subnet-0000000c'],
    clients: { applications: 'sg-00000001' },
  },
} as const satisfies MskClusterInput;

/** One whose applications use passwords first, and IAM where they ask for it. */
export const mskClusterWithPasswords = {
  ...mskCluster,
  authentication: ['scram-sha-512', 'iam'],
} as const satisfies MskClusterInput;

/** A listener's addresses, of one broker of each zone, as Terraform reckons them. */
export const brokersAt = (port: number, host = (endpoint: string): string => endpoint): string => {
  const nodes = 'data.aws_msk_broker_nodes.main.node_info_list';
  const first = `[for node in ${nodes} : sort(node.endpoints)[0] if node.client_subnet == subnet][0]`;
  return `join(",", [for subnet in distinct(${nodes}[*].client_subnet) : format("%s:${port}", ${host(first)})])`;
};
