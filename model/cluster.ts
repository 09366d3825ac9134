import type { Addresses } from './addresses';
import type { Application } from './application';
import type { ApplicationIdentity } from './application-identity';
import type { AuditStore } from './audit-store';
import type { Authentication } from './authentication';
import type { Beyond } from './beyond';
import type { Capabilities } from './capabilities';
import type { CertificateLife } from './certificate-life';
import type { Claim } from './claim';
import type { ClientSettings } from './client-settings';
import type { ClusterRecord } from './cluster-record';
import type { Custody } from './custody';
import type { DeliveryOf } from './delivery';
import type { Environment } from './environment';
import type { GrantedTogether } from './granted-together';
import type { Counted, Limit } from './limits';
import type { Operator } from './operator';
import type { Key, Origin } from './place';
import type { Profile } from './profile';
import type { Scale } from './scale';
import type { SecretStore } from './secret-ref';
import type { SuperUser } from './super-user';
import type { TokenServer } from './token-server';
import type { Unasked } from './unasked';
import type { VendorServices } from './workload';

/** What a back end's description decides about one of its clusters. */
export interface ClusterFacts {
  /** Kafka's version, as `4.3.1`. */
  readonly version: string;
  readonly brokers: number;
  /** Where they are counted; its own rules say when there are none. Default: in `brokers`. */
  readonly brokersField?: Key;
  /** Its vendor decides how often a record is stored, on brokers that nobody sees. Default: the description decides it. */
  readonly storedByVendor?: true;
  /** The vendor's tier or size, for limits that depend on it. Default: there is only one. */
  readonly tier?: string;
  /** How many of the units that the vendor sells it in, for limits that grow with them. Default: it is not sold in units. */
  readonly units?: number;
  /** What applications may use to prove who they are, the default first. */
  readonly authentication: readonly [Authentication, ...Authentication[]];
  /** Where each of them is written. Default: in `authentication`. */
  readonly authenticationFields?: readonly (readonly Key[])[];
  /** Who manages topics, users and permissions: the name of a registered data plane. */
  readonly dataPlane: string;
  /** What applies it: a Terraform stack, or a folder of manifests. */
  readonly appliedBy: 'terraform' | 'kubernetes';
  /** Whether the kit makes the cluster (`owned`), runs it on this machine (`local`), or finds it (`existing`). */
  readonly life: 'owned' | 'local' | 'existing';
  /**
   * Whether its brokers count as reached from here, so that no answer is a failure. Those in a private network or in
   * Kubernetes are asked only where somebody says by which address.
   */
  readonly asked: boolean;
  readonly capabilities: Capabilities;
  /** Another cleanup policy makes a topic anew, empty: a rule of the back end refuses it. Default: brokers take another one. */
  readonly policiesStay?: true;
  /** Where the credentials of its applications may live, the default first. */
  readonly secretStores: readonly [SecretStore, ...SecretStore[]];
  /** Where their certificates are, whichever store passwords are in. Default: in the same. */
  readonly certificatesIn?: SecretStore;
  /** Who makes those of its applications, in words, whether the next one comes in time though nobody asks for it, and the secret in which a user's is. Default: nothing here says who, and it is called as a password would be. */
  readonly certificatesMade?: {
    readonly by: string;
    readonly renewed: boolean;
    readonly secretOf?: (user: string) => string;
  };
  /** Who signed the brokers' certificates: an authority that every client knows, or the cluster's own. */
  readonly certificateAuthority: 'public' | 'own';
  /**
   * What brokers call a user who has a certificate, with `{name}` for the common name of its subject: where nobody tells
   * them another way (`ssl.principal.mapping.rules`) it is the subject as it is, `CN={name}`. Default: `{name}`.
   */
  readonly certificateUsers?: string;
  /** What its brokers ask of idempotent producers, beside Write on their topics. Default: nothing, as since Kafka 2.8. */
  readonly idempotentProducersNeed?: 'IdempotentWrite';
  /** Users of it that no permission holds back. Default: it says none. */
  readonly superUsers?: readonly SuperUser[];
  /** What somebody can do on it beside what is asked for. Default: nothing. */
  readonly beyond?: readonly Beyond[];
  /** What its nouns become, where it differs from other clusters of its back end. Default: what its back end says. */
  readonly addresses?: Addresses;
  /** Whose tokens its brokers take. Default: nobody's, or its vendor's. */
  readonly tokens?: TokenServer;
  /** What its vendor asks of every client. */
  readonly clientSettings: ClientSettings;
  /** What its environment's inventory records of it, for what shrinks or goes to be noticed. Default: nothing. */
  readonly record?: ClusterRecord;
  /** What only its own settings say and limits count. Default: nothing. */
  readonly counted?: Counted;
  /** Applications that are granted what they need once, together. Default: each is by itself. */
  readonly grantedTogether?: readonly GrantedTogether[];
  /** The vendor's account that it is in: of two that say none it is the same. Default: that of whoever deploys. */
  readonly account?: string;
  /** What there is one of, and it makes or has for itself: no other cluster says it, of any environment. Default: its stack's name alone. */
  readonly claims?: readonly Claim[];
  /** What its vendor runs beside it. Default: nothing. */
  readonly services?: VendorServices;
  /** Fields of its own in which its back end's rules look for secrets. Default: none, the rule for all does. */
  readonly literalsJudged?: readonly (readonly string[])[];
  /** Where what it records of who did what can be neither changed nor deleted. Default: in nothing of its own. */
  readonly auditStore?: AuditStore;
  /** What to say so that somebody keeps what it records of who did what. Default: nothing of the cluster's own does it. */
  readonly auditFix?: string;
  /** Who signs for its clients, where other clusters can have the same: what it is of all there are, where it is said, and how each environment gets its own. Default: nobody that others have. */
  readonly clientAuthority?: { readonly name: string; readonly field: readonly Key[]; readonly fix: string };
  /** How long its certificates last in an environment of a profile. Default: nothing here says it. */
  readonly certificateLives?: (profile: Profile) => readonly CertificateLife[];
  /** Whom its brokers ask for no permission, beside super users. Default: nobody. */
  readonly unasked?: Unasked;
  /** Who is an application on it, where no name says that. Default: whoever reads its credential. */
  readonly identityOf?: (
    application: Pick<Application, 'name' | 'cluster' | 'namespace' | 'workload' | 'authentication'>,
    environment: Pick<Environment, 'name' | 'kubernetes'>,
  ) => ApplicationIdentity | undefined;
  /** Accounts, and services, of its vendor that its own policy lets connect networks of theirs. Default: none. */
  readonly invited?: readonly string[];
  /** What its brokers are told to write of who did what, as settings of loggers. Default: what somebody else told them. */
  readonly auditLoggers?: Readonly<Record<string, string>>;
  /** What ends of an operator with its last day, though nobody deploys: all that it may do, or that it signs in. Default: nothing. */
  readonly endsByItself?: (operator: Pick<Operator, 'authentication' | 'role'>) => 'rights' | 'sign-in' | undefined;
  /** Its listeners without TLS. Default: none. */
  readonly inClear?: readonly string[];
  /** Where its records are, under whose key, and how far its ports reach. */
  readonly custody: Custody;
  /** What only its own back end reads: regions, sizes, networks. */
  readonly settings: object;
}

/** One Kafka endpoint of an environment. */
export interface Cluster extends ClusterFacts {
  readonly name: string;
  readonly backend: string;
  readonly limits: readonly Limit[];
  /** What its nouns become. */
  readonly addresses: Addresses;
  readonly deliveryOf: DeliveryOf;
  /** How it changes in scale. */
  readonly scale: Scale;
  readonly origin: Origin;
}

/** The clusters that the kit makes, by what applies them. */
export const ownedClusters = (clusters: ReadonlyMap<string, Cluster>, tool: Cluster['appliedBy']): Cluster[] =>
  [...clusters.values()].filter(({ life, appliedBy }) => life === 'owned' && appliedBy === tool);
