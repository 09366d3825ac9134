import { type Application, transactionalIdPrefix } from '../application';
import type { Draft } from '../draft';
import { groupBy } from '../group-by';
import { isInternalTopicOf } from '../internal-topic';
import { labelFix, labelForm } from '../names';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import type { Rule } from '../rule';
import { strangerIn } from '../strange-text';
import type { Topic } from '../topic';

export const applicationName: Rule = {
  code: 'KFK-A001',
  severity: 'error',
  title: 'An application has a name that can be a user, a folder and a Kubernetes name',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  *check({ applications }) {
    for (const application of applications.values())
      if (!application.workload && !labelForm.test(application.name))
        yield at(application)
          .problem(
            `'${application.name}' cannot be the name of an ${application.operator ? 'operator' : 'application'}${strangerIn(application.name)}`,
          )
          .fix(`${labelFix}: 'order-service'`);
  },
};

export const hasFlows: Rule = {
  code: 'KFK-A002',
  severity: 'warning',
  title: 'An application has flows',
  source: "users' pain: credentials that outlive their use (JulieOps #518)",
  *check({ applications, flows, broken }) {
    if (broken.has('flows')) return;
    const busy = new Set(flows.map(({ application }) => application));
    for (const application of applications.values())
      if (!application.workload && !application.operator && !busy.has(application.name))
        yield at(application)
          .problem('it produces and consumes nothing, but has a credential')
          .fix('add its flows or remove it');
  },
};

export const transactionsProduce: Rule = {
  code: 'KFK-A005',
  severity: 'error',
  title: 'A transactional application produces',
  source: 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-98: a transaction is a set of writes',
  *check({ applications, flows, broken }) {
    if (broken.has('flows')) return;
    const producers = new Set(flows.filter(({ direction }) => direction === 'produce').map((flow) => flow.application));
    for (const application of applications.values())
      if (application.transactional && !producers.has(application.name))
        yield at(application, 'transactional')
          .problem('it writes in transactions but produces to no topic')
          .fix('add produces, or remove transactional');
  },
};

export const prefixIsOwn: Rule = {
  code: 'KFK-A006',
  severity: 'error',
  title: "A prefix that one application is granted matches nothing of another's",
  source: "users' pain: prefixed grants that reach further than meant (JulieOps #237)",
  *check(draft) {
    for (const [cluster, applications] of groupBy(draft.applications.values(), ({ cluster }) => cluster)) {
      const names = namesOn(cluster, applications, draft);
      for (const application of applications)
        for (const { kind, prefix } of prefixesOf(application)) {
          const reached = names[kind].find(({ name, of }) => of !== application.name && name.startsWith(prefix));
          if (reached)
            yield at(application, application.streams ? 'streams' : 'transactional')
              .problem(`its prefix '${prefix}' also matches ${reached.what} '${reached.name}'`)
              .fix('rename one of them');
        }
    }
  },
};

const prefixesOf = (application: Application) => {
  const ids = transactionalIdPrefix(application);
  return [
    ...(ids ? [{ kind: 'transactionalIds' as const, prefix: ids }] : []),
    ...(application.streams ? [{ kind: 'topics' as const, prefix: `${application.streams.applicationId}-` }] : []),
  ];
};

const namesOn = (cluster: string, applications: readonly Application[], { topics, flows }: Draft) => {
  const streaming = applications.filter(({ streams }) => streams);
  return {
    topics: [
      ...[...topics.values()]
        .filter((topic) => topic.cluster === cluster)
        .map((topic) => ({ name: topic.name, of: ownedBy(topic, streaming, flows), what: 'the topic' })),
      ...applications.flatMap(({ name, streams }) =>
        streams ? [{ name: `${streams.applicationId}-`, of: name, what: `the internal topics of '${name}'` }] : [],
      ),
    ],
    transactionalIds: applications.flatMap((application) => {
      const name = transactionalIdPrefix(application);
      return name ? [{ name, of: application.name, what: `the transactional ids of '${application.name}'` }] : [];
    }),
  };
};

/** The application whose internal topic it is, where nobody else uses it. */
const ownedBy = (topic: Topic, applications: readonly Application[], flows: Draft['flows']): string => {
  const owner = applications.find((application) => isInternalTopicOf(application, topic))?.name;
  const isShared = owner !== undefined && flows.some((flow) => flow.topic === topic.name && flow.application !== owner);
  return isShared ? '' : (owner ?? '');
};

export const instancesFindPartitions: Rule = {
  code: 'KFK-A008',
  severity: 'warning',
  title: 'A consumer has no more instances than its topic has partitions',
  source: 'best practice: monitor partition count against consumers; an instance without a partition is idle',
  *check({ flows, topics, applications }) {
    for (const flow of flows) {
      const partitions = topics.get(flow.topic)?.partitions;
      const { instances = 1, workload } = applications.get(flow.application) ?? {};
      // Of a Connect cluster it is a connector's tasks that share partitions; behind a bridge, as many as its clients want.
      if (
        flow.direction === 'consume' &&
        !flow.connector &&
        workload?.kind !== 'bridge' &&
        partitions !== undefined &&
        partitions > 0 &&
        instances > partitions
      )
        yield at(flow)
          .problem(`${instances} instances share ${partitions} partitions: ${instances - partitions} stay idle`)
          .fix(`use at most ${partitions} instances, or more partitions`);
    }
  },
};

export const positiveNumbers: Rule = {
  code: 'KFK-A009',
  severity: 'error',
  title: 'Instances and request percentages are positive',
  source: 'https://kafka.apache.org/documentation/#design_quotas',
  *check({ applications }) {
    for (const application of applications.values()) {
      if (application.instances < 1 && !application.workload)
        yield at(application, 'instances')
          .problem(`${application.instances} is given where at least 1 is needed`)
          .fix('write 1 or more');
      const percentage = application.quota?.request_percentage;
      if (percentage !== undefined && percentage <= 0)
        yield at(application, 'quota', 'requestPercentage')
          .problem(`${percentage} is given where more than 0 is needed`)
          .fix('write 200 for two threads of a broker');
    }
  },
};

export const offeredAuthentication: Rule = {
  code: 'KFK-A010',
  severity: 'error',
  title: 'An application proves who it is in a way that its cluster offers',
  source: 'https://kafka.apache.org/documentation/#security_authn',
  *check({ applications, clusters, broken }) {
    for (const application of applications.values()) {
      if (application.workload) continue; // Its replication is judged.
      const offered: readonly string[] | undefined = clusters.get(application.cluster)?.authentication;
      if (offered && !offered.includes(application.authentication) && !broken.has('clusters', application.cluster))
        yield at(application, 'authentication')
          .problem(`'${application.cluster}' does not offer '${application.authentication}'`)
          .fix(useInstead(application.authentication, offered));
    }
  },
};

export const applicationRules: readonly Rule[] = [
  applicationName,
  hasFlows,
  transactionsProduce,
  prefixIsOwn,
  instancesFindPartitions,
  positiveNumbers,
  offeredAuthentication,
];
