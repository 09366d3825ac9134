import type { Draft } from '../draft';
import { at } from '../problem';
import type { Rule } from '../rule';
import { registryGroups, registryTopics, type SchemaRegistry } from '../schema-registry';
import { type CalledKind, calledRules } from './called-workloads';

const kafkaSql =
  'https://www.apicur.io/registry/docs/apicurio-registry/3.3.x/getting-started/assembly-configuring-kafka-storage.html';

const registriesIn = ({ schemaRegistries }: Draft): SchemaRegistry[] => [...schemaRegistries.values()];

const registry: CalledKind<SchemaRegistry> = {
  kind: 'schema-registry',
  noun: 'schema registry',
  source: kafkaSql,
  // A Deployment's pods have its name and two parts that Kubernetes makes up.
  longestName: 63 - '-5d8f7c9b4d-x2x7k'.length,
  passes: 'schemas, by which records are read,',
  all: registriesIn,
};

export const journalIsKept: Rule = {
  code: 'KFK-M009',
  severity: 'error',
  title: 'A topic that is described by hand for a schema registry loses no record, and has one partition',
  source:
    'https://github.com/Apicurio/apicurio-registry/blob/3.3.3/app/src/main/java/io/apicurio/registry/storage/impl/util/KafkaAdminUtil.java: it does not start otherwise',
  *check(draft) {
    for (const registry of registriesIn(draft)) {
      const { journal, snapshots, events } = registryTopics(registry.name);
      for (const name of [journal, snapshots, events]) {
        const topic = draft.topics.get(name);
        if (!topic || topic.role === 'internal') continue;
        const bounded = name !== events && (topic.retention >= 0 || topic.retentionSize >= 0);
        const wrong =
          topic.cluster !== registry.cluster
            ? (['cluster', `is on '${topic.cluster}'`, `cluster: '${registry.cluster}'`] as const)
            : topic.cleanup !== 'delete'
              ? (['cleanup', `has cleanup: '${topic.cleanup}'`, "cleanup: 'delete'"] as const)
              : bounded
                ? (['retention', 'lets records be deleted', "retention: 'unlimited', and no retentionSize"] as const)
                : topic.partitions !== 1
                  ? (['partitions', `has ${topic.partitions} partitions`, 'partitions: 1'] as const)
                  : undefined;
        if (wrong)
          yield at(topic, wrong[0])
            .problem(`it is the registry '${registry.name}' that keeps it, and it ${wrong[1]}`)
            .fix(`write ${wrong[2]}, or leave the topic to the kit`);
      }
    }
  },
};

export const journalIsItsOwn: Rule = {
  code: 'KFK-M010',
  severity: 'error',
  title: 'Nobody but a schema registry writes its topics or reads its journal, nor has one of its groups',
  source: kafkaSql,
  *check(draft) {
    for (const registry of registriesIn(draft)) {
      const { journal, snapshots, events } = registryTopics(registry.name);
      const own = new Set([journal, snapshots, events]);
      for (const flow of draft.flows) {
        const reads = flow.direction === 'consume';
        if (own.has(flow.topic) && !(reads && flow.topic === events))
          yield at(flow)
            .problem(
              `'${flow.topic}' is how the registry '${registry.name}' remembers; what changes it changes schemas`,
            )
            .fix(`call the registry instead; its changes are to be read from '${events}'`);
        if (reads && flow.group.startsWith(registryGroups(registry.name)))
          yield at(flow, 'group')
            .problem(
              `the registry '${registry.name}' has every group that begins with '${registryGroups(registry.name)}'`,
            )
            .fix('use another group');
      }
    }
  },
};

/** `host/path/name:tag@sha256:…`, the last two as there are. */
const imageForm = /^[a-z0-9][a-z0-9._:/-]*(:[A-Za-z0-9_][A-Za-z0-9._-]*)?(@sha256:[0-9a-f]{64})?$/;

export const registryImage: Rule = {
  code: 'KFK-M011',
  severity: 'error',
  title: "A schema registry's image can be one",
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(draft) {
    for (const found of registriesIn(draft))
      if (found.image !== undefined && !imageForm.test(found.image))
        yield at(found, 'image')
          .problem(`'${found.image}' cannot be the name of an image`)
          .fix("write registry, path and tag, best with the digest: 'registry.example.com/apicurio:3.3.3@sha256:…'");
  },
};

export const schemaRegistryRules: readonly Rule[] = [
  ...calledRules(registry, {
    cluster: 'KFK-M001',
    onKubernetes: 'KFK-M002',
    name: 'KFK-M003',
    nameIsFree: 'KFK-M004',
    instances: 'KFK-M005',
    authentication: 'KFK-M006',
    encrypted: 'KFK-M007',
    clients: 'KFK-M008',
    issuer: 'KFK-M012',
    memory: 'KFK-M013',
  }),
  journalIsKept,
  journalIsItsOwn,
  registryImage,
];
