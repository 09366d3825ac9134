import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

/** The platform on Amazon MSK: where customers' orders are. Ids of networks are placeholders. */
export const prod = defineEnvironment({
  name: 'prod',
  platform,
  promotesFrom: 'staging',
  profile: 'production',
  clusters: {
    main: {
      backend: 'msk',
      region: 'eu-west-1',
      brokers: 6,
      instance: 'kafka.m7g.xlarge',
      storage: '1000GiB',
      storageAutoscaling: { maximum: '4000GiB' },
      network: {
        vpc: 'vpc-0000000000000000b',
        subnets: ['subnet-000000000000000b1', 'subnet-000000000000000b2', 'subnet-000000000000000b3'],
        clients: { applications: 'sg-000000000000000b4' },
        monitoring: { prometheus: 'sg-000000000000000b5' },
      },
      authentication: ['iam'],
      // Each application is the role of its service account.
      roles: { podIdentity: 'applications-prod', namespace: 'applications' },
      audit: {
        bucket: 'kit-orders-prod-audit',
        alarms: { notify: 'arn:aws:sns:eu-west-1:111122223333:kafka-security' },
      },
    },
  },
  state: { backend: 's3', bucket: 'kafka-platform-state-prod', region: 'eu-west-1' },
  tags: { 'cost-center': '4711' },
  overrides: {
    topics: {
      'orders.created': { partitions: 48 },
      'orders.paid': { partitions: 48 },
      'orders.shipped': { partitions: 48 },
    },
    // An IAM session has no user name that a quota could have.
    applications: { 'order-service': { quota: {} } },
  },
});
