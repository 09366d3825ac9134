import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

/** The platform on Amazon MSK, small: where releases are tried before prod. Ids of networks are placeholders. */
export const staging = defineEnvironment({
  name: 'staging',
  platform,
  promotesFrom: 'dev',
  clusters: {
    main: {
      backend: 'msk',
      region: 'eu-west-1',
      brokers: 3,
      instance: 'kafka.m7g.large',
      storage: '100GiB',
      network: {
        vpc: 'vpc-0000000000000000a',
        subnets: ['subnet-000000000000000a1', 'subnet-000000000000000a2', 'subnet-000000000000000a3'],
        clients: { applications: 'sg-000000000000000a4' },
        monitoring: { prometheus: 'sg-000000000000000a5' },
      },
      authentication: ['iam'],
      // Each application is the role of its service account.
      roles: { podIdentity: 'applications-staging', namespace: 'applications' },
    },
  },
  state: { backend: 's3', bucket: 'kafka-platform-state-staging', region: 'eu-west-1' },
  overrides: {
    // An IAM session has no user name that a quota could have.
    applications: { 'order-service': { quota: {} } },
  },
});
