import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ApiObject, type App, Yaml } from 'cdk8s';
import { KitChart } from '../../charts/kit-chart';
import { environmentUnits, manifestFile, manifestFolder, unitFolder } from '../../model/kubernetes-unit';
import type { KubernetesObject, KubernetesUnit, ManifestFile } from './kubernetes-unit';

/**
 * Writes a folder per unit, in it one per namespace, in it a file per chart; each folder has a `kustomization.yaml` that
 * names what is in it, sorted and without numbers, so that an addition is a file and a line.
 * cdk8s' own `synth` judges the whole app anew for each of its charts.
 */
export function writeManifests(app: App, folder: string): KubernetesUnit[] {
  const invalid = app.node
    .findAll()
    .flatMap((construct) => construct.node.validate().map((message) => `${construct.node.path}: ${message}`));
  if (invalid.length > 0) throw new Error(`manifests that no cluster accepts: ${invalid.join('; ')}`);
  const units = unitsOf(app.node.children.filter(KitChart.isKitChart));
  const files = units.flatMap((unit) => unit.files);
  for (const { path, objects } of files) writeYaml(join(folder, path), objects);
  for (const [index, resources] of indexesOf(files.map(({ path }) => path)))
    writeYaml(join(folder, index, 'kustomization.yaml'), [{ ...kustomization, resources }]);
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

/** Not the chart's own `apiObjects`: it misses those inside of other constructs. */
const objectsIn = (chart: KitChart): KubernetesObject[] =>
  chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());

/** What each folder holds, files and folders. */
function indexesOf(paths: readonly string[]): Map<string, string[]> {
  const indexes = new Map<string, Set<string>>();
  const add = (path: string) => {
    const folder = dirname(path);
    entryOf(indexes, folder, () => new Set<string>()).add(basename(path));
    if (folder !== manifestFolder) add(folder);
  };
  for (const path of paths) add(path);
  return new Map([...indexes].map(([folder, names]) => [folder, [...names].sort()]));
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, initial: () => Value): Value {
  const value = map.get(key) ?? initial();
  map.set(key, value);
  return value;
}

const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };

function writeYaml(file: string, documents: readonly object[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Yaml.stringify(...documents));
}
