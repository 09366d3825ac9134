import type { StrimziAcl } from '../../../constructs/kubernetes/strimzi/user';
import { tokenServer } from '../../support/token-server';
import type { ContractCase } from '../case';

const resourceTypes = {
  topic: 'Topic',
  group: 'Group',
  transactionalId: 'TransactionalId',
  cluster: 'Cluster',
} as const;

/** A `KafkaUser` holds its ACLs, what may be done with one resource together. */
export const strimzi: ContractCase = {
  cluster: { backend: 'strimzi' },
  environment: { kubernetes: {} },
  topic: 'KafkaTopic',
  allowed: ({ objects }, application) => {
    const spec = objects.get(`KafkaUser/${application}`)?.spec as
      | { readonly authorization: { readonly acls: readonly StrimziAcl[] } }
      | undefined;
    return (spec?.authorization.acls ?? []).flatMap(({ type, resource, operations, host }) => {
      const end = resource.patternType === 'prefix' ? '*' : '';
      const denied = type === 'deny' || host !== '*' ? `${type} from ${host} ` : '';
      return operations.map(
        (operation) => `${denied}${operation} ${resourceTypes[resource.type]} ${resource.name}${end}`,
      );
    });
  },
};

/** Users whose certificates the operator makes: what they may do is said the same. */
export const strimziWithCertificates: ContractCase = {
  ...strimzi,
  cluster: { backend: 'strimzi', authentication: ['mtls'] },
};

/** Users whose tokens somebody's server makes; the exporter of lags has a password. */
export const strimziWithTokens: ContractCase = {
  ...strimzi,
  cluster: {
    backend: 'strimzi',
    listeners: {
      tokens: {
        port: 9095,
        authentication: 'oauth',
        oauth: tokenServer,
      },
      scram: { port: 9093, authentication: 'scram-sha-512' },
    },
  },
};
