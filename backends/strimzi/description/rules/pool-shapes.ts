import { dnsLabelFix, dnsLabelForm } from '../../../../model/kubernetes-name';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { nodeIdsOf } from '../node-ids';
import { hasRole } from '../pool';
import { strimziClusters } from './clusters';
import { eachPool } from './pools';

const poolSource = 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaNodePoolSpec-reference';

export const everyRole: Rule = {
  code: 'KFK-K413',
  severity: 'error',
  title: 'A cluster has controllers and brokers',
  source: poolSource,
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { pools, hasPools } = strimziSettings(cluster);
      if (draft.broken.within('clusters', cluster.name, 'pools')) continue;
      // Without `pools` KFK-K002 counts the brokers.
      for (const role of hasPools ? (['controller', 'broker'] as const) : (['controller'] as const))
        if (!pools.some((pool) => hasRole(pool, role) && pool.nodes > 0))
          yield at(cluster, hasPools ? 'pools' : `${role}s`)
            .problem(`it has no ${role}`)
            .fix(hasPools ? `add a pool with roles: ['${role}'] and nodes: 3` : 'use 3');
    }
  },
};

export const nodesCounted: Rule = {
  code: 'KFK-K414',
  severity: 'error',
  title: 'A pool has roles and a number of nodes',
  source: poolSource,
  *check(draft) {
    for (const { cluster, pool, path } of eachPool(draft)) {
      if (pool.roles.length === 0 || new Set(pool.roles).size < pool.roles.length)
        yield at(cluster, ...path, 'roles')
          .problem(pool.roles.length === 0 ? 'its nodes do nothing' : 'a role is given twice')
          .fix("use ['broker'], ['controller'] or both");
      if (pool.nodes < 0 && path.length > 0)
        yield at(cluster, ...path, 'nodes')
          .problem(`${pool.nodes} nodes are given`)
          .fix('use 0 or more; 0 empties it');
    }
  },
};

export const poolsOrNumbers: Rule = {
  code: 'KFK-K415',
  severity: 'error',
  title: 'Nodes are counted by pools, or by brokers and controllers',
  source: poolSource,
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const settings = strimziSettings(cluster);
      for (const field of ['brokers', 'controllers'] as const)
        if (settings.hasPools && settings[field] !== undefined)
          yield at(cluster, field).problem('pools say how many there are').fix('remove it, or remove pools');
    }
  },
};

export const volumesApart: Rule = {
  code: 'KFK-K416',
  severity: 'error',
  title: "A pool has volumes, each with an id of its own, and one of them has the cluster's metadata",
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-JbodStorage-reference',
  *check(draft) {
    for (const { cluster, pool, path } of eachPool(draft)) {
      const volumes = [...path, 'volumes'];
      if (pool.volumes.length === 0)
        yield at(cluster, ...volumes)
          .problem('its nodes have nowhere to keep anything')
          .fix("add { id: 0, size: '100GiB' }, or remove it");
      const seen = new Set<number>();
      for (const { id, path: own } of pool.volumes) {
        if (id < 0 || seen.has(id))
          yield at(cluster, ...path, ...own, 'id')
            .problem(id < 0 ? `${id} is given where 0 or more is needed` : `another volume has the id ${id}`)
            .fix(`use ${Math.max(-1, ...pool.volumes.map((volume) => volume.id)) + 1}`);
        seen.add(id);
      }
      const withMetadata = pool.volumes.filter(({ metadata }) => metadata);
      if (pool.volumes.length > 0 && seen.size === pool.volumes.length && withMetadata.length !== 1)
        yield at(cluster, ...volumes)
          .problem(`${withMetadata.length} of its volumes have the metadata`)
          .fix('say metadata: true of one, or of none, which takes the one of the lowest id');
      if (pool.isSizeWritten && pool.volumes.some(({ path: own }) => own.length > 0))
        yield at(cluster, ...path, 'storage')
          .problem('volumes say how large they are')
          .fix('remove it');
    }
  },
};

export const recordsSurvive: Rule = {
  code: 'KFK-K417',
  severity: 'error',
  title: 'Records are on disks that outlive their pod',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-EphemeralStorage-reference',
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const { cluster, pool, path } of eachPool(draft))
      if (pool.ephemeral)
        yield at(cluster, ...path, 'ephemeral')
          .problem('what its nodes hold is gone with their pods, and the environment is not disposable')
          .fix('remove it');
  },
};

export const poolNames: Rule = {
  code: 'KFK-K418',
  severity: 'error',
  title: 'A pool has a name that its pods can have, and no other pool has',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names: 63 characters',
  *check(draft) {
    const seen = new Map<string, string>();
    for (const { cluster, pool, path } of eachPool(draft)) {
      const object = `${cluster.name}-${pool.name}`;
      const pod = `${cluster.name}-${object}-999`;
      if (path.length > 0 && pod.length > 63)
        yield at(cluster, ...path)
          .problem(`pods such as '${cluster.name}-${object}-0' would have more than 63 characters`)
          .fix(`use a name of at most ${Math.max(1, pool.name.length - (pod.length - 63))} characters`);
      else if (path.length > 0 && !dnsLabelForm.test(pool.name))
        yield at(cluster, ...path)
          .problem(`'${pool.name}' is no name that Kubernetes allows`)
          .fix(dnsLabelFix);
      const other = seen.get(object);
      if (other !== undefined)
        yield at(cluster, ...path)
          .problem(`a pool of '${other}' is the KafkaNodePool '${object}' too`)
          .fix('rename one of the pools or clusters');
      seen.set(object, cluster.name);
    }
  },
};

export const nodeIdsApart: Rule = {
  code: 'KFK-K419',
  severity: 'error',
  title: 'Ids of nodes are enough, and those of one pool',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#proc-managing-node-pools-ids-str',
  *check(draft) {
    const taken = new Map<string, string>();
    for (const { cluster, pool, path } of eachPool(draft)) {
      if (pool.nodeIds === undefined) continue;
      const ids = nodeIdsOf(pool.nodeIds);
      const where = at(cluster, ...path, 'nodeIds');
      if (!ids) {
        yield where.problem(`'${pool.nodeIds}' is given where ids and ranges are needed`).fix("write '[0-9,20]'");
        continue;
      }
      const shared = ids.find((id) => taken.has(`${cluster.name} ${id}`));
      if (shared !== undefined)
        yield where
          .problem(`the pool '${taken.get(`${cluster.name} ${shared}`)}' has the id ${shared} too`)
          .fix('give each pool ids of its own');
      if (new Set(ids).size < pool.nodes)
        yield where
          .problem(`${new Set(ids).size} ids are given for ${pool.nodes} nodes: the others would get any that are free`)
          .fix('give more ids');
      for (const id of ids) taken.set(`${cluster.name} ${id}`, pool.name);
    }
  },
};

export const zonesKnown: Rule = {
  code: 'KFK-K420',
  severity: 'error',
  title: 'Zones of a pool are values of the label that the cluster calls its rack',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity',
  *check(draft) {
    for (const { cluster, pool, path } of eachPool(draft)) {
      if (!pool.zones) continue;
      const where = at(cluster, ...path, 'zones');
      if (!strimziSettings(cluster).rack)
        yield where.problem('nobody says of which label').fix("add rack: 'topology.kubernetes.io/zone' to the cluster");
      if (pool.zones.length === 0) yield where.problem('its nodes may run nowhere').fix('name a zone, or remove it');
    }
  },
};

export const poolShapeRules: readonly Rule[] = [
  everyRole,
  nodesCounted,
  poolsOrNumbers,
  volumesApart,
  recordsSurvive,
  poolNames,
  nodeIdsApart,
  zonesKnown,
];
