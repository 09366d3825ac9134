import type { ContractCase, Output } from '../case';

/** `kafka_acl` says the same as the model, in the provider's words. */
export const allowedByAcls = ({ objects }: Output, user: string): string[] =>
  [...objects].flatMap(([address, acl]) => {
    if (!address.startsWith('kafka_acl.') || acl.acl_principal !== `User:${user}`) return [];
    if (acl.acl_permission_type !== 'Allow' || acl.acl_host !== '*') return [`${acl.acl_permission_type} ${address}`];
    const type = String(acl.resource_type).replace('TransactionalID', 'TransactionalId');
    const end = acl.resource_pattern_type_filter === 'Prefixed' ? '*' : '';
    return [`${acl.acl_operation} ${type} ${acl.resource_name}${end}`];
  });

export const kafka: ContractCase = {
  cluster: { backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] },
  topic: 'kafka_topic',
  allowed: allowedByAcls,
};

/** The kit's own brokers call a certificate by its common name. */
export const kafkaWithCertificates: ContractCase = {
  ...kafka,
  cluster: { backend: 'kafka', authentication: ['mtls'] },
};

/** Tokens of somebody's server: users are the clients that it knows. */
export const kafkaWithTokens: ContractCase = {
  ...kafka,
  cluster: {
    backend: 'kafka',
    authentication: ['oauth'],
    oauth: { tokenEndpoint: 'https://login.example.com/token', userNameClaim: 'azp' },
  },
};
