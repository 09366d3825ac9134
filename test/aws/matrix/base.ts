import { applications, owners, plugins, topics } from '../../support/matrix/platform';

/** Ids of what AWS has already, of the form that AWS gives. */
export const ids = {
  vpc: 'vpc-0a1b2c3d4e5f60718',
  subnets: ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712', 'subnet-0a1b2c3d4e5f60713'],
  clients: 'sg-0a1b2c3d4e5f60711',
  scraper: 'sg-0a1b2c3d4e5f60712',
  key: 'arn:aws:kms:eu-west-1:123456789012:key/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f',
  authority: 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f',
  oidcProvider:
    'arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
  trail: 'arn:aws:cloudtrail:eu-west-1:123456789012:trail/company',
  alarms: 'arn:aws:sns:eu-west-1:123456789012:kafka-alarms',
} as const;

const { vpc, subnets, clients } = ids;

/** What every description of the matrix begins with: a cluster, and flows of two teams. Nothing is wrong with it. */
export const base = {
  name: 'matrix',
  clusters: {
    main: { backend: 'msk', region: 'eu-west-1', network: { vpc, subnets, clients: { applications: clients } } },
  },
  platform: { owners, topics, applications, plugins },
} as const;
