import { actions } from '../../../backends/msk/description/iam-access';
import { mskCluster, mskClusterWithPasswords } from '../../backends/msk/cluster';
import type { ContractCase, Output } from '../case';
import { allowedByAcls } from './kafka';

/** `kafka-cluster:ReadData` → `Read`; what IAM wants beside an operation's own action lets nobody do anything more. */
const operations: ReadonlyMap<string, string> = new Map(
  Object.entries(actions).flatMap(([type, byOperation]) =>
    Object.entries(byOperation).map(([operation, [own]]) => [`kafka-cluster:${own}`, `${operation} ${type}`] as const),
  ),
);
const implied = new Set(
  Object.values(actions)
    .flatMap((byOperation) => Object.values(byOperation))
    .flatMap(([, ...beside]: readonly string[]) => beside.map((action) => `kafka-cluster:${action}`)),
);

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

function allowedByPolicies({ objects }: Output, application: string): string[] {
  const policies = [...objects].filter(([address]) => address.split('.')[1]?.replace(/-\d+$/, '') === application);
  return policies.flatMap(([address, { policy }]) => {
    if (!address.startsWith('aws_iam_policy.')) return [];
    const { Statement } = JSON.parse(plainly(String(policy))) as { readonly Statement: readonly Statement[] };
    return Statement.filter(onKafka)
      .flatMap(({ Effect, Action, Resource }) => {
        if (Effect !== 'Allow') return [`${Effect} ${address}`];
        const own = Action.flatMap((action) => (implied.has(action) ? [] : [operations.get(action) ?? action]));
        return Resource.flatMap((resource) => own.map((operation) => `${operation} ${nameOf(resource)}`));
      })
      .filter((line) => !onCluster.has(line));
  });
}

/** The others say where an application reads its own connection: no permission of Kafka's. */
const onKafka = ({ Action }: Statement) => Action.some((action) => action.startsWith('kafka-cluster:'));

/** What everybody, and every producer, may do on the cluster: no resource of Kafka's is touched by it. */
const onCluster = new Set(['kafka-cluster:Connect cluster', 'IdempotentWrite Cluster cluster']);

/** How stacks find the ARN of a cluster: by its name, or where a serverless one tells it. */
const clusterArns = ['data.aws_msk_cluster.main.arn', 'jsondecode(data.aws_ssm_parameter.main.insecure_value).arn'];

/** Terraform's expressions hold quotes, which JSON does not. */
const plainly = (policy: string) =>
  clusterArns.reduce(
    (text, arn) =>
      ['topic', 'group', 'transactional-id']
        .reduce((so, type) => so.replaceAll(`\${replace(${arn}, ":cluster/", ":${type}/")}`, type), text)
        .replaceAll(`\${${arn}}`, 'cluster'),
    policy,
  );

const nameOf = (resource: string) => (resource === 'cluster' ? resource : resource.slice(resource.indexOf('/') + 1));

/** Statements of one policy an application. */
export const msk: ContractCase = {
  cluster: mskCluster,
  without: { quota: true },
  topic: 'aws_msk_topic',
  allowed: allowedByPolicies,
};

/** ACLs for whoever has a password, as on any Kafka. */
export const mskWithPasswords: ContractCase = {
  cluster: mskClusterWithPasswords,
  topic: 'aws_msk_topic',
  allowed: allowedByAcls,
};

/** ACLs for whoever has a certificate, under the subject that it has. */
export const mskWithCertificates: ContractCase = {
  cluster: {
    ...mskCluster,
    authentication: ['mtls', 'iam'],
    certificateAuthority:
      'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/01234567-89ab-cdef-0123-456789abcdef',
  },
  topic: 'aws_msk_topic',
  allowed: (output, application) => allowedByAcls(output, `CN=${application}`),
};

/** What only streams without state do everywhere. */
const streams = { reason: 'it keeps no state', owner: 'orders', until: '2027-06-30' };

/** As on standard brokers, but for what MSK decides of topics. */
export const mskExpress: ContractCase = {
  ...msk,
  cluster: { ...mskCluster, kind: 'express' },
  environment: { accepts: { streams } },
};

/** Policies again; topics are made over Kafka's own protocol. */
export const mskServerless: ContractCase = {
  ...msk,
  cluster: { ...mskCluster, kind: 'serverless' },
  environment: { accepts: { streams } },
  topic: 'kafka_topic',
};
