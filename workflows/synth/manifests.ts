import type { App } from 'cdk8s';
import { KitChart } from '../../charts/kit-chart';
import { environmentUnits, manifestFile, manifestFolder, unitFolder } from '../../model/kubernetes-unit';
import type { KubernetesObject, KubernetesUnit, ManifestFile } from './kubernetes-unit';
import { objectsIn, refuseInvalid, writeFiles, writeIndexes } from './yaml-files';

/**
 * Writes a folder per unit, in it one per namespace, in it a file per chart; each folder has a `kustomization.yaml` that
 * names what is in it, sorted and without numbers, so that an addition is a file and a line.
 */
export function writeManifests(app: App, folder: string): KubernetesUnit[] {
  refuseInvalid(app);
  const units = unitsOf(app.node.children.filter(KitChart.isKitChart));
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
function unitsOf(charts: readonly KitChart[]): KubernetesUnit[] {
  const names = [...new Set(charts.map(({ unit }) => unit))];
  const isFirst = (name: string) => name === environmentUnits.namespaces;
  const first = names.filter(isFirst);
  const others = names.filter((name) => !isFirst(name));
  return [...first, ...others].map((name) => ({
    name,
    folder: unitFolder(name),
    files: filesOf(charts.filter(({ unit }) => unit === name)),
    dependsOn: isFirst(name) ? [] : first,
  }));
}

/** What is in no namespace goes first; then as charts name them, a cluster's own namespace before its applications'. */
function filesOf(charts: readonly KitChart[]): ManifestFile[] {
  const files = new Map<string | undefined, Map<KitChart, KubernetesObject[]>>([[undefined, new Map()]]);
  for (const chart of charts)
    for (const object of objectsIn(chart)) {
      const here = entryOf(files, object.metadata.namespace, () => new Map<KitChart, KubernetesObject[]>());
      entryOf(here, chart, () => []).push(object);
    }
  return [...files].flatMap(([namespace, here]) =>
    [...here].map(([{ unit, node }, objects]) => ({ path: manifestFile(unit, namespace, node.id), objects })),
  );
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, initial: () => Value): Value {
  const value = map.get(key) ?? initial();
  map.set(key, value);
  return value;
}
