import type { Application, Keystores } from './application';
import { type SaslMechanism, securityOf } from './authentication';
import type { Cluster } from './cluster';
import type { ConnectionRef } from './connection';
import type { Delivery } from './delivery';
import type { Environment } from './environment';
import { type TokenSource, tokenSourceOf } from './oauth';
import type { SecretRef } from './secret-ref';

/** How one application reaches its cluster: where each value is, never what it is. */
export interface ApplicationConnection {
  readonly application: string;
  readonly cluster: string;
  readonly bootstrapServers: ConnectionRef;
  /** Kafka's `security.protocol`. */
  readonly protocol: 'SASL_SSL' | 'SSL';
  /** Kafka's `sasl.mechanism`. Absent: a client certificate. */
  readonly mechanism?: SaslMechanism;
  /** Absent: the application's name. */
  readonly username?: string;
  /** Absent: every client knows the authority that signed the brokers' certificates. */
  readonly certificateAuthority?: ConnectionRef;
  /** Absent: the platform that the application runs on vouches for it. */
  readonly credential?: SecretRef;
  /** What its certificates stand in. Absent: PEM files. */
  readonly keystores?: Keystores;
  /** How the application comes to its tokens. Absent: it needs none, or its vendor's platform knows. */
  readonly tokens?: TokenSource;
  /** Where the application finds all of it. Absent: no stack and no chart delivers it. */
  readonly delivered?: Delivery;
}

export function connectionOf(
  { name, authentication, keystores, oauth, namespace, user }: Application,
  cluster: Cluster,
  { credential, environment }: { credential: SecretRef | undefined; environment: Environment },
): ApplicationConnection {
  const { protocol, mechanism, username } = securityOf(authentication);
  return {
    application: name,
    cluster: cluster.name,
    bootstrapServers: { cluster: cluster.name, field: 'bootstrap_servers' },
    protocol,
    mechanism,
    username: username ?? user,
    certificateAuthority:
      cluster.certificateAuthority === 'own' ? { cluster: cluster.name, field: 'ca_certificate' } : undefined,
    credential,
    keystores,
    tokens: oauth && cluster.tokens && tokenSourceOf(oauth, cluster.tokens),
    delivered: cluster.deliveryOf(environment, cluster, { name, namespace }),
  };
}
