import type { App } from 'cdk8s';
import { KitChart } from '../../charts/kit-chart';
import { groupBy } from '../../model/group-by';
import {
  clusterUnit,
  environmentUnits,
  manifestFile,
  manifestFolder,
  namespaceFolder,
  partFolder,
} from '../../model/kubernetes-unit';
import type { KubernetesObject, KubernetesUnit, ManifestFile } from './kubernetes-unit';
import type { OutputFolder } from './output-folder';
import { objectsIn, refuseInvalid, writeFiles, writeIndexes } from './yaml-files';

export interface ManifestsOptions {
  readonly folder: OutputFolder;
  /** The environment's own: of clusters, and of what works on them. */
  readonly namespace: string;
}

/**
 * Writes a folder per cluster and per unit of the environment, in it one per namespace, in it a file per chart; each
 * folder has a `kustomization.yaml` that names what is in it, sorted and without numbers, so that an addition is a file
 * and a line.
 */
export function writeManifests(app: App, { folder, namespace }: ManifestsOptions): KubernetesUnit[] {
  refuseInvalid(app);
  const units = unitsOf(app.node.children.filter(KitChart.isKitChart), namespace);
  const files = units.flatMap((unit) => unit.files);
  writeFiles(folder, files);
  writeIndexes(
    folder,
    manifestFolder,
    files.map(({ path }) => path),
  );
  return units;
}

/** In the order in which they are applied. */
function unitsOf(charts: readonly KitChart[], own: string): KubernetesUnit[] {
  const parts = [...groupBy(charts, ({ unit }) => unit)];
  const isFirst = ([part]: (typeof parts)[number]) => part === environmentUnits.namespaces;
  const first = parts.filter(isFirst).map(([part, of]) => environmentUnit(part, of, []));
  const before = first.map(({ name }) => name);
  const isEnvironments = (part: string) => (Object.values(environmentUnits) as string[]).includes(part);
  return [
    ...first,
    ...parts
      .filter((part) => !isFirst(part))
      .flatMap(([part, of]) =>
        isEnvironments(part) ? environmentUnit(part, of, before) : clusterUnits(part, of, { own, before }),
      ),
  ];
}

const environmentUnit = (name: string, charts: readonly KitChart[], dependsOn: readonly string[]): KubernetesUnit => ({
  name,
  folder: partFolder(name),
  files: [...filesOf(charts)].flatMap(([, files]) => files),
  dependsOn,
});

interface ClusterUnitsOptions {
  readonly own: string;
  readonly before: readonly string[];
}

/** A cluster's own namespace first; what is in others waits for it: their connections are made from its users. */
function clusterUnits(cluster: string, charts: readonly KitChart[], { own, before }: ClusterUnitsOptions) {
  const files = [...filesOf(charts)].sort(([a], [b]) => Number(b === own) - Number(a === own));
  const hasOwn = files.some(([namespace]) => namespace === own);
  return files.map(([namespace, files]): KubernetesUnit => {
    if (namespace === undefined) throw new Error(`${files[0]?.path}: no cluster has what is in no namespace`);
    return {
      name: clusterUnit(cluster, namespace, own),
      folder: namespaceFolder(cluster, namespace),
      files,
      dependsOn: hasOwn && namespace !== own ? [cluster] : before,
    };
  });
}

/** By namespace: what is in none goes first; then as charts name them. */
function filesOf(charts: readonly KitChart[]): Map<string | undefined, ManifestFile[]> {
  const files = new Map<string | undefined, Map<KitChart, KubernetesObject[]>>();
  for (const chart of charts)
    for (const object of objectsIn(chart)) {
      const here = entryOf(files, object.metadata.namespace, () => new Map<KitChart, KubernetesObject[]>());
      entryOf(here, chart, () => []).push(object);
    }
  const sorted = [...files].sort(([a], [b]) => Number(b === undefined) - Number(a === undefined));
  return new Map(
    sorted.map(([namespace, here]) => [
      namespace,
      [...here].map(([{ unit, node }, objects]) => ({ path: manifestFile(unit, namespace, node.id), objects })),
    ]),
  );
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, initial: () => Value): Value {
  const value = map.get(key) ?? initial();
  map.set(key, value);
  return value;
}
