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
const onCluster = new Set(['kafka-cluster:Connect cluster', 'kafka-cluster:WriteDataIdempotently cluster']);

/** Terraform's expressions hold quotes, which JSON does not. */
const plainly = (policy: string) =>
  policy.replace(/\$\{replace\(data\.aws_msk_cluster\.main\.arn, ":cluster\/", ":([\w-]+)\/"\)\}/g, '$1');

const nameOf = (resource: string) =>
  resource === `\${data.aws_msk_cluster.main.arn}` ? 'cluster' : resource.slice(resource.indexOf('/') + 1);

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
