import { ApiObject, App as Cdk8sApp } from 'cdk8s';
import { dataPlaneOf as kubernetesDataPlaneOf } from '../../backends/kubernetes';
import { dataPlaneOf } from '../../backends/terraform';
import { DataPlaneChart } from '../../charts/data-plane-chart';
import type { ClusterInput } from '../../index';
import type { Shard } from '../../model/resolved';
import type { Description } from '../support/describe';
import type { Manifest } from '../support/manifests';
import { resourcesOf, synthesized } from '../support/synthesize';

/** What a data plane wrote, as far as a suite that knows no vendor reads it. */
export interface Output {
  /** `kafka_topic.orders_created`, `KafkaTopic/orders.created`: each object once. */
  readonly objects: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Everything that was written. */
  readonly text: string;
}

/** How the contract suite describes a platform on one back end, and reads what became of it. */
export interface ContractCase {
  readonly cluster: ClusterInput;
  /** What the environment must say besides, such as acceptances. */
  readonly environment?: Partial<Description>;
  /** Nouns that the suite describes and that this back end refuses. */
  readonly without?: { readonly quota?: true; readonly streams?: true; readonly transactions?: true };
  /** How who uses several topics proves who it is. Default: the second way that the cluster offers. */
  readonly several?: string;
  /** What the output lets an application do, in Kafka's terms: `Read Topic orders.created`, `Write TransactionalId shop-*`. */
  readonly allowed: (output: Output, application: string) => readonly string[];
  /** The kind or type of what a topic becomes. */
  readonly topic: string;
  /** Attributes of it that a stack says as one block and a plan prints as a list of blocks. Default: none. */
  readonly blocks?: readonly string[];
}

/** What a shard becomes, whichever tool applies it. */
export function outputOf(shards: readonly Shard[]): Output {
  const objects = new Map<string, Readonly<Record<string, unknown>>>();
  const texts = shards.map((shard) => {
    const { found, text } = shard.cluster.appliedBy === 'terraform' ? terraform(shard) : kubernetes(shard);
    for (const [name, object] of found) {
      if (objects.has(name)) throw new Error(`${name} is in two shards`);
      objects.set(name, object);
    }
    return text;
  });
  return { objects, text: texts.join('\n') };
}

function terraform(shard: Shard) {
  const output = synthesized((stack) => dataPlaneOf(shard.cluster).place(stack, shard));
  return { found: resourcesOf(output), text: JSON.stringify(output) };
}

function kubernetes(shard: Shard) {
  // The registry is asked first: a missing data plane is a plain message.
  kubernetesDataPlaneOf(shard.cluster);
  const chart = new DataPlaneChart(new Cdk8sApp(), { shard });
  const objects = chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson() as Manifest);
  const found = objects.map((object) => [`${object.kind}/${object.metadata.name}`, { ...object }] as const);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error('two objects have the same name');
  return { found, text: objects.map((object) => JSON.stringify(object)).join('\n') };
}
