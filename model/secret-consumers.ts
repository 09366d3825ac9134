import type { Application } from './application';
import type { ApplicationConnection } from './application-connection';
import type { Resolved } from './resolved';
import type { SecretRef, SecretStore } from './secret-ref';
import type { User } from './users';
import type { Workload } from './workload';

/** Who reads a credential, and how he notices that it was made anew. */
export interface SecretConsumer {
  readonly kind: 'application' | 'scaler' | 'connector' | Workload['kind'];
  readonly name: string;
  /** The namespace of Kubernetes in which it runs. Absent: it runs elsewhere. */
  readonly namespace?: string;
  /** Where it reads it: `the Secret 'shop-kafka'`. */
  readonly reads: string;
  /** Whether it, or who runs it, takes the new one without anybody doing something. */
  readonly notices: 'by-itself' | 'at-restart';
  /** What has to be done, or what happens; one sentence without its end. */
  readonly how: string;
}

type Seen = Pick<
  Resolved,
  'environment' | 'applications' | 'connections' | 'connectors' | 'connectClusters' | 'shards' | 'clusters'
>;

/** Who reads a reference: the credential of an application, or a secret that connectors name. */
export function consumersOf({ store, name }: Place, resolved: Seen): readonly SecretConsumer[] {
  const owners = resolved.shards.flatMap(({ principals }) =>
    principals.filter(({ credential }) => credential?.store === store && credential.name === name),
  );
  return [
    ...owners.flatMap(({ application }) => consumersOfCredential(application.name, resolved)),
    ...connectorsThatName({ store, name }, resolved),
  ];
}

/**
 * Who presents what an application proves itself with: its program, what runs it, and what looks at its lag. `given`:
 * whom clients are given later, of a rotation that is planned. Default: whom they are given now.
 */
export function consumersOfCredential(application: string, resolved: Seen, given?: User): readonly SecretConsumer[] {
  const noun = resolved.applications.get(application);
  const held = resolved.shards
    .flatMap(({ principals }) => principals)
    .find((one) => one.application.name === application);
  const credential = given?.credential ?? held?.credential;
  if (!noun || !credential) return [];
  const user = given?.name ?? noun.user;
  if (noun.workload) {
    // A password's Secret is called after the user, whichever store it comes from.
    const secret = credential.key === 'certificate' ? credential.name : (user ?? noun.name);
    return workloadConsumers(noun.workload, `the Secret '${secret}'`, resolved);
  }
  const connection = resolved.connections.find((one) => one.application === application);
  return [programOf(noun, credential, connection), ...scalerOf(noun, connection)];
}

/** What runs beside a cluster reads the user's Secret there, and its connectors run inside of it. */
function workloadConsumers(workload: Workload, reads: string, resolved: Seen): SecretConsumer[] {
  const namespace = resolved.environment.kubernetes?.namespace;
  const connectors =
    workload.kind === 'connect-cluster'
      ? [...resolved.connectors.values()].filter(({ connectCluster }) => connectCluster === workload.name)
      : [];
  return [
    {
      kind: workload.kind,
      name: workload.name,
      namespace,
      reads,
      ...restarts[workload.kind](workload.name, namespace),
    },
    ...connectors.map((connector) => ({
      kind: 'connector' as const,
      name: connector.name,
      namespace,
      reads: `what the workers of '${workload.name}' have`,
      notices: 'by-itself' as const,
      how: 'its tasks start again with the workers, and go on from their offsets',
    })),
  ];
}

/**
 * Strimzi's operator keeps a hash of the Secrets that its pods sign in with and replaces the pods when it differs, at its
 * next look, two minutes apart; nobody does that for a Deployment of the kit's.
 * @see https://github.com/strimzi/strimzi-kafka-operator: `strimzi.io/auth-hash`
 */
const rolled = () => ({
  notices: 'by-itself' as const,
  how: 'the Cluster Operator replaces its pods one by one within minutes, when the hash of what they sign in with differs',
});

const restarts: Readonly<
  Record<Workload['kind'], (name: string, namespace?: string) => Pick<SecretConsumer, 'notices' | 'how'>>
> = {
  replication: rolled,
  'connect-cluster': rolled,
  bridge: rolled,
  'schema-registry': (name, namespace) => ({
    notices: 'at-restart',
    how: `kubectl rollout restart deployment/${name}${namespace ? ` --namespace ${namespace}` : ''}`,
  }),
};

/** Kafka's clients read a password, a key and what refers to them when they are made, and not again. */
function programOf({ name }: Application, credential: SecretRef, connection?: ApplicationConnection): SecretConsumer {
  const { delivered } = connection ?? {};
  const program = { kind: 'application' as const, name, notices: 'at-restart' as const };
  if (delivered?.store === 'kubernetes')
    return {
      ...program,
      namespace: delivered.namespace,
      reads: `the Secret '${delivered.name}'`,
      how: `it follows within ${followsWithin}, and a mounted file a minute later: then restart the pods that mount it, by hand or by Reloader's annotation secret.reloader.stakater.com/reload: ${delivered.name}`,
    };
  return { ...program, reads: placeOf(credential), how: `restart it once ${placeOf(credential)} has the new one` };
}

/** How often what External Secrets delivers is read again. */
export const followsWithin = '5m';

/** KEDA presents what the application itself presents. */
function scalerOf({ name, scaling }: Application, connection?: ApplicationConnection): SecretConsumer[] {
  const { delivered } = connection ?? {};
  if (!scaling || delivered?.store !== 'kubernetes') return [];
  return [
    {
      kind: 'scaler',
      name,
      namespace: delivered.namespace,
      reads: `the Secret '${delivered.name}'`,
      notices: 'by-itself',
      how: 'KEDA makes its client anew when it is refused, with what the Secret has then',
    },
  ];
}

type Place = Pick<SecretRef, 'store' | 'name'>;

/** The secrets that a connector which runs here names, each once. */
export function secretsOf(connector: string, { connectors, connectClusters }: Seen): readonly Place[] {
  const noun = connectors.get(connector);
  const runs = connectClusters.get(noun?.connectCluster ?? '');
  if (!noun || !runs) return [];
  const store = runs.service ? ('secrets-manager' as const) : ('kubernetes' as const);
  const names = [...new Set(Object.values(noun.secrets).map(({ secret }) => secret))].sort();
  return names.map((name) => ({ store, name }));
}

const connectorsThatName = ({ store, name }: Place, resolved: Seen): SecretConsumer[] =>
  [...resolved.connectors.values()].flatMap(({ name: connector, connectCluster }) => {
    const runs = resolved.connectClusters.get(connectCluster ?? '');
    const named = secretsOf(connector, resolved).some((secret) => secret.store === store && secret.name === name);
    if (!runs || !named) return [];
    return [
      {
        kind: 'connector' as const,
        name: connector,
        ...(runs.service ? {} : { namespace: resolved.environment.kubernetes?.namespace }),
        reads: placeOf({ store, name }),
        notices: 'at-restart' as const,
        how: runs.service
          ? 'MSK Connect reads it when it starts the connector: update or make the connector anew'
          : `restart it: kubectl annotate kafkaconnector ${connector} strimzi.io/restart=true`,
      },
    ];
  });

const places = {
  files: (name) => `the client folder of '${name.split('/').at(-1)?.replace(/--2$/, '')}' on this machine`,
  kubernetes: (name) => `the Secret '${name}'`,
  'key-vault': (name) => `the secret '${name}' in Key Vault`,
  'secrets-manager': (name) => `the secret '${name}' in Secrets Manager`,
  vault: (name) => `the secret '${name}' in Vault`,
} as const satisfies Record<SecretStore, (name: string) => string>;

/** As a sentence says it: `the Secret 'shop-kafka'`. */
export const placeOf = ({ store, name }: Place): string => places[store](name);
