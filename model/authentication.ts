/** Kafka's `sasl.mechanism`. */
export type SaslMechanism = 'SCRAM-SHA-512' | 'SCRAM-SHA-256' | 'AWS_MSK_IAM' | 'OAUTHBEARER' | 'PLAIN';

/** What clients say to prove who they are, in Kafka's terms. https://kafka.apache.org/documentation/#security */
interface ClientSecurity {
  /** Kafka's `security.protocol`. */
  readonly protocol: 'SASL_SSL' | 'SSL';
  /** Kafka's `sasl.mechanism`; TLS alone has none. */
  readonly mechanism?: SaslMechanism;
  /** What the application holds; with `identity` the platform that it runs on vouches for it, and there is no secret. */
  readonly proof: 'password' | 'certificate' | 'identity';
  /** What every client calls itself. Default: an application's own name. */
  readonly username?: string;
}

/** How applications may prove who they are. */
export const authentications = {
  'scram-sha-512': { protocol: 'SASL_SSL', mechanism: 'SCRAM-SHA-512', proof: 'password' },
  'scram-sha-256': { protocol: 'SASL_SSL', mechanism: 'SCRAM-SHA-256', proof: 'password' },
  mtls: { protocol: 'SSL', proof: 'certificate' },
  iam: { protocol: 'SASL_SSL', mechanism: 'AWS_MSK_IAM', proof: 'identity' },
  'entra-id': { protocol: 'SASL_SSL', mechanism: 'OAUTHBEARER', proof: 'identity' },
  // Event Hubs reads who it is from the password, which is a whole connection string.
  sas: { protocol: 'SASL_SSL', mechanism: 'PLAIN', proof: 'password', username: '$ConnectionString' },
  oauth: { protocol: 'SASL_SSL', mechanism: 'OAUTHBEARER', proof: 'identity' },
} as const satisfies Record<string, ClientSecurity>;

export type Authentication = keyof typeof authentications;

/** @throws Error for what no rule should have let pass */
export function securityOf(authentication: string): ClientSecurity {
  const found = Object.hasOwn(authentications, authentication) && authentications[authentication as Authentication];
  if (!found) throw new Error(`no authentication is called '${authentication}'`);
  return found;
}
