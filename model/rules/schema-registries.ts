import type { Draft } from '../draft';
import { dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { at } from '../problem';
import type { Rule } from '../rule';
import { registryGroups, registryTopics, type SchemaRegistry } from '../schema-registry';
import {
  badClients,
  badName,
  cannotProve,
  notOnKubernetes,
  notPositive,
  takenName,
  unknownCluster,
} from './beside-cluster';

const kafkaSql =
  'https://www.apicur.io/registry/docs/apicurio-registry/3.3.x/getting-started/assembly-configuring-kafka-storage.html';

const registriesIn = ({ schemaRegistries }: Draft): SchemaRegistry[] => [...schemaRegistries.values()];

export const registryCluster: Rule = {
  code: 'KFK-M001',
  severity: 'error',
  title: 'A schema registry keeps its schemas on a cluster of the environment',
  source: kafkaSql,
  check: (draft) => unknownCluster(registriesIn(draft), draft),
};

export const registryOnKubernetes: Rule = {
  code: 'KFK-M002',
  severity: 'error',
  title: 'A schema registry is on a cluster that Kubernetes runs',
  source: 'the kit runs nothing beside other clusters',
  check: (draft) => notOnKubernetes(registriesIn(draft), draft),
};

export const registryName: Rule = {
  code: 'KFK-M003',
  severity: 'error',
  title: 'A schema registry has a name that leaves room for those of its Secrets and pods',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names: 63 characters',
  check: (draft) => badName(registriesIn(draft), 46),
};

export const registryNameIsFree: Rule = {
  code: 'KFK-M004',
  severity: 'error',
  title: 'Nobody else has the name of a schema registry, nor does a cluster have names that begin with it',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#certificates-and-secrets-str',
  check: (draft) => takenName(registriesIn(draft), { kind: 'schema-registry', ending: '-tls' }, draft),
};

export const registryInstances: Rule = {
  code: 'KFK-M005',
  severity: 'error',
  title: 'A schema registry has an instance',
  source: kafkaSql,
  check: (draft) => notPositive(registriesIn(draft)),
};

export const registryProves: Rule = {
  code: 'KFK-M006',
  severity: 'error',
  title: 'A schema registry proves who it is in a way that its cluster offers',
  source: kafkaSql,
  check: (draft) => cannotProve(registriesIn(draft), draft),
};

export const registryIsEncrypted: Rule = {
  code: 'KFK-M007',
  severity: 'error',
  waivable: true,
  title: 'In production a schema registry speaks HTTPS',
  source: 'best practice: encrypt in transit; whoever changes a schema on the way changes what records mean',
  *check(draft) {
    if (draft.environment.profile !== 'production') return;
    for (const registry of registriesIn(draft))
      if (!registry.issuer)
        yield at(registry, 'issuer')
          .problem('schemas pass between it and its clients in the clear')
          .fix("name a ClusterIssuer of cert-manager: issuer: 'company'");
  },
};

export const registryClients: Rule = {
  code: 'KFK-M008',
  severity: 'error',
  title: 'The namespaces that may call a schema registry are namespaces',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  check: (draft) => badClients(registriesIn(draft), draft),
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

export const registryReferences: Rule = {
  code: 'KFK-M011',
  severity: 'error',
  title: "A schema registry's image and issuer can be such",
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(draft) {
    for (const registry of registriesIn(draft)) {
      const { image, issuer } = registry;
      if (image !== undefined && !imageForm.test(image))
        yield at(registry, 'image')
          .problem(`'${image}' cannot be the name of an image`)
          .fix("write registry, path and tag, best with the digest: 'registry.example.com/apicurio:3.3.3@sha256:…'");
      if (issuer !== undefined && !dnsSubdomainForm.test(issuer))
        yield at(registry, 'issuer').problem(`'${issuer}' cannot be the name of a ClusterIssuer`).fix(dnsSubdomainFix);
    }
  },
};

export const schemaRegistryRules: readonly Rule[] = [
  registryCluster,
  registryOnKubernetes,
  registryName,
  registryNameIsFree,
  registryInstances,
  registryProves,
  registryIsEncrypted,
  registryClients,
  journalIsKept,
  journalIsItsOwn,
  registryReferences,
];
