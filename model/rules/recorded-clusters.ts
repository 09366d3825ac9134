import { entriesOf, own } from '../by-name';
import { groupBy } from '../group-by';
import { at } from '../problem';
import type { Rule } from '../rule';

export const clustersStay: Rule = {
  code: 'KFK-I012',
  severity: 'warning',
  title: 'A cluster that exists does not leave the description without a word',
  source: "users' pain: fear of deletion: what bears data is pruned by nothing, so it is left behind",
  *check({ environment, clusters, inventory, broken }) {
    if (environment.disposable) return;
    for (const [name, { backend, version }] of entriesOf(inventory.clusters)) {
      if (clusters.has(name) || broken.has('clusters', name)) continue;
      yield at(environment, 'clusters', name)
        .problem(
          `'${environment.name}' has this cluster (${backend}, Kafka ${version}), and the description no longer says it`,
        )
        .fix(`put it back; or, ${onceDone([name])}`);
    }
  },
};

export const clustersStayThere: Rule = {
  code: 'KFK-I013',
  severity: 'error',
  title: 'A cluster that exists stays on its back end and in its namespace',
  source: 'https://kafka.apache.org/documentation/#georeplication: only replication moves records between clusters',
  *check({ environment, clusters, inventory, broken }) {
    if (environment.disposable) return;
    const known = entriesOf(inventory.clusters).flatMap(([name, record]) => {
      const cluster = clusters.get(name);
      return cluster && !broken.has('clusters', name) ? [{ name, record, cluster }] : [];
    });
    for (const { name, record, cluster } of known)
      if (record.backend !== cluster.backend)
        yield at(cluster, 'backend')
          .problem(
            `'${environment.name}' has it on ${record.backend} (Kafka ${record.version}), and its topics would start again, empty, on ${cluster.backend}`,
          )
          .fix(`put it back, or call the other one another name; or, ${onceDone([name])}`);
    const here = known.filter(({ record, cluster }) => record.backend === cluster.backend);
    const moved = here.filter(
      ({ record: { namespace }, cluster: { record } }) =>
        namespace !== undefined && record?.namespace !== undefined && namespace !== record.namespace,
    );
    for (const [namespace, those] of groupBy(moved, ({ record }) => record.namespace))
      yield at(environment, 'kubernetes', 'namespace')
        .problem(
          `'${environment.name}' has ${those.map(({ name }) => `'${name}'`).join(', ')} in '${namespace}', and all of it would be made again, empty, in '${those[0]?.cluster.record?.namespace}'`,
        )
        .fix(`put it back; or, ${onceDone(those.map(({ name }) => name))}`);
  },
};

export const heldStays: Rule = {
  code: 'KFK-I023',
  severity: 'error',
  waivable: true,
  title: 'What bears data beside topics does not leave the description without a word, nor is made anew',
  source: "users' pain: prevent_destroy goes with the block that it is in (hashicorp/terraform #17599)",
  *check({ environment, clusters, inventory, broken }) {
    if (environment.disposable) return;
    for (const [name, record] of entriesOf(inventory.clusters)) {
      const cluster = clusters.get(name);
      if (!cluster || broken.has('clusters', name) || record.backend !== cluster.backend) continue;
      for (const [field, had] of entriesOf(record.holds)) {
        const now = own(cluster.record?.holds, field);
        if (now === had) continue;
        yield at(cluster, ...field.split('/'))
          .problem(
            now === undefined
              ? `'${environment.name}' has it (${had}), with what is in it, and the description no longer says it`
              : `'${environment.name}' has it as ${had}, and as ${now} it would be made anew, without what is in it`,
          )
          .fix('put it back; or, once nobody misses what is in it, add a waiver of KFK-I023 for this place');
      }
    }
  },
};

const onceDone = (names: readonly string[]): string =>
  names.length === 1
    ? `once nobody misses its records, delete it and its disks by hand, and the line of '${names[0]}' in the inventory`
    : `once nobody misses their records, delete them and their disks by hand, and their lines in the inventory: ${names.join(', ')}`;

export const recordedClusterRules: readonly Rule[] = [clustersStay, clustersStayThere, heldStays];
