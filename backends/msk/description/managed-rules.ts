import { own } from '../../../model/by-name';
import type { Draft } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { useOneOf } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import type { Topic } from '../../../model/topic';
import { topicConfigs } from '../../../model/topic-config';
import {
  isManaged,
  type ManagedKind,
  managedReplication,
  shortestCompactionLag,
  topicConfigsOf,
} from '../../../render/msk/topic-configs';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const brokersOf = { express: 'Express brokers', serverless: 'a serverless cluster' } as const;

interface ManagedTopic {
  readonly topic: Topic;
  readonly kind: ManagedKind;
}

/** Topics on brokers that Amazon MSK configures itself, but for those that go. */
function* managedTopics(draft: Draft): Iterable<ManagedTopic> {
  const byCluster = groupBy(draft.topics.values(), ({ cluster }) => cluster);
  for (const cluster of mskClusters(draft)) {
    const { kind } = mskSettings(cluster);
    if (!isManaged(kind)) continue;
    for (const topic of byCluster.get(cluster.name) ?? []) if (!topic.removed) yield { topic, kind };
  }
}

export const serverlessByArn: Rule = {
  code: 'KFK-K358',
  severity: 'error',
  title: 'A serverless cluster that exists is named by its ARN, every other by its name',
  source:
    'https://github.com/hashicorp/terraform-provider-aws: no data source finds a serverless cluster by its name, read 2026-11-21',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { existing, kind } = mskSettings(cluster);
      if (existing === undefined) continue;
      const isArn = /^arn:aws[\w-]*:kafka:[\w-]+:\d{12}:cluster\/[^/]+\/[\w-]+$/.test(existing);
      if (kind === 'serverless' && !isArn)
        yield at(cluster, 'existing')
          .problem(`'${existing}' is not the ARN of a serverless cluster`)
          .fix('write arn:aws:kafka:<region>:<account>:cluster/<name>/<uuid>, as aws kafka list-clusters-v2 prints it');
      else if (kind !== 'serverless' && existing.startsWith('arn:'))
        yield at(cluster, 'existing').problem(`'${existing}' is an ARN`).fix("write the cluster's name");
    }
  },
};

/** What a topic says under `config`, and not by a field of its own. */
const isConfig = (name: string): boolean => {
  const known = own(topicConfigs, name);
  return known !== undefined && known.type !== 'field';
};

export const settableConfigs: Rule = {
  code: 'KFK-K360',
  severity: 'error',
  title: 'A topic on Express brokers or on a serverless cluster is told only what MSK lets anybody set',
  source: `${topicConfigsOf.express.source} and ${topicConfigsOf.serverless.source}, read ${topicConfigsOf.express.read}`,
  *check(draft) {
    for (const { topic, kind } of managedTopics(draft)) {
      const { settable } = topicConfigsOf[kind];
      for (const name of Object.keys(topic.config))
        if (!settable.includes(name))
          yield at(topic, 'config', name)
            .problem(`MSK decides '${name}' on ${brokersOf[kind]}`)
            .fix(
              `leave it out (an override empties config by {}); what it takes: ${useOneOf(settable.filter(isConfig))}`,
            );
    }
  },
};

const replicaFields = ['replicationFactor', 'minInsyncReplicas'] as const;

export const managedReplicas: Rule = {
  code: 'KFK-K361',
  severity: 'error',
  title: 'A topic on Express brokers or on a serverless cluster has three copies, of which two acknowledge',
  source: `${guide}/msk-configuration-express-read-only.html, read 2026-11-21`,
  *check(draft) {
    for (const { topic, kind } of managedTopics(draft)) {
      if (topic.role !== 'records') continue;
      // How many acknowledge follows from how many there are.
      const field = replicaFields.find((one) => topic[one] !== managedReplication[one]);
      if (field)
        yield at(topic, field)
          .problem(
            `${topic[field]} is given; on ${brokersOf[kind]} MSK keeps to ${managedReplication[field]}, whatever is asked`,
          )
          .fix('leave it out');
    }
  },
};

export const cleanupStays: Rule = {
  code: 'KFK-K362',
  severity: 'error',
  title: 'On a serverless cluster a topic keeps the cleanup policy that it was made with',
  source: `${guide}/serverless-config.html: only at topic creation time, read 2026-11-21`,
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const { topic, kind } of managedTopics(draft)) {
      const known = own(draft.inventory.topics, topic.name);
      if (kind === 'serverless' && known?.cluster === topic.cluster && known.cleanup !== topic.cleanup)
        yield at(topic, 'cleanup')
          .problem(`it was made with ${known.cleanup}, and MSK changes that of no topic`)
          .fix(
            'put it back; or make a topic of another name, move its producers, let its consumers finish, and remove this one',
          );
    }
  },
};

export const compactionLag: Rule = {
  code: 'KFK-K363',
  severity: 'error',
  title: 'On Express brokers records wait for compaction seven days or longer at most',
  source: `${topicConfigsOf.express.source}: max.compaction.lag.ms, read 2026-11-21`,
  *check(draft) {
    for (const { topic, kind } of managedTopics(draft)) {
      const lag = topic.config['max.compaction.lag.ms'];
      if (kind === 'express' && lag !== undefined && Number(lag) < shortestCompactionLag)
        yield at(topic, 'config', 'max.compaction.lag.ms')
          .problem(`${lag} ms is shorter than the seven days that Express brokers keep to`)
          .fix(`write ${shortestCompactionLag} or more, or leave it out`);
    }
  },
};

export const managedRules: readonly Rule[] = [
  serverlessByArn,
  settableConfigs,
  managedReplicas,
  cleanupStays,
  compactionLag,
];
