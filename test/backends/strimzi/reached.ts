import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { strimziCluster } from '../../../backends/strimzi/cluster';
import { strimziDataPlane } from '../../../backends/strimzi/data-plane';
import type { StrimziClusterInput } from '../../../backends/strimzi/description/cluster';
import { changed } from '../../support/change';
import { manifestsOf } from '../../support/chart';
import { type Description, resolve, small } from '../../support/describe';
import type { Manifest } from '../../support/manifests';

export type Changes = Readonly<Record<string, unknown>>;
/** A small description on Strimzi. */
export const on = (settings: Partial<StrimziClusterInput> = {}, changes: Changes = {}) =>
  resolve(
    changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings }, ...changes }),
  );
/** Every object of its clusters and of what is on them. */
export const made = (resolved: ReturnType<typeof on>): Manifest[] =>
  manifestsOf((chart: Chart) => {
    for (const cluster of resolved.clusters.values())
      strimziCluster.place(new Construct(chart, cluster.name), cluster, resolved);
    for (const shard of resolved.shards) strimziDataPlane.place(new Construct(chart, shard.name), shard);
  });
/** An object as whoever reads it does. */
// biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as an operator does
export type Read = any;
export const found = (objects: readonly Manifest[], kind: string, name: string): Read =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);
/** One object of all, and what it says. */
export const objectOf = (resolved: ReturnType<typeof on>, kind: string, name: string): Manifest | undefined =>
  found(made(resolved), kind, name);
export const specOf = (resolved: ReturnType<typeof on>, kind: string, name: string) =>
  objectOf(resolved, kind, name)?.spec;
/** The listeners of `main`, as Strimzi reads them. */
export const listeners = (resolved: ReturnType<typeof on>): Read[] =>
  found(made(resolved), 'Kafka', 'main').spec.kafka.listeners;

/** What a cluster says that offers both. */
export const two = { authentication: ['scram-sha-512', 'mtls'] } as const;
