import { MskCluster, type MskClusterProps } from '../../../../constructs/terraform/msk/cluster';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const least: MskClusterProps = {
  clusterName: 'prod-main',
  kafkaVersion: '3.9.x.kraft',
  numberOfBrokerNodes: 3,
  instanceType: 'kafka.m7g.large',
  vpcId: 'vpc-1',
  clientSubnets: ['subnet-a', 'subnet-b', 'subnet-c'],
  clientSecurityGroupIds: { applications: 'sg-1' },
};
export const outputOf = (props: Partial<MskClusterProps> = {}) =>
  synthesized((stack) => {
    new MskProvider(stack, 'aws', { region: 'eu-west-1' });
    new MskCluster(stack, 'main', { ...least, ...props });
  });
export const made = (props: Partial<MskClusterProps> = {}) => Object.fromEntries(resourcesOf(outputOf(props)));

export const cluster = 'aws_msk_cluster.main';
