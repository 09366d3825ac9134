import { basename, dirname } from 'node:path';
import { ApiObject, type App, type Chart } from 'cdk8s';
import type { KubernetesObject, ManifestFile } from './kubernetes-unit';
import type { OutputFolder } from './output-folder';
import { yamlText } from './yaml-text';

/** cdk8s' own `synth` judges the whole app anew for each of its charts. */
export function refuseInvalid(app: App): void {
  const invalid = app.node
    .findAll()
    .flatMap((construct) => construct.node.validate().map((message) => `${construct.node.path}: ${message}`));
  if (invalid.length > 0) throw new Error(`manifests that no cluster accepts: ${invalid.join('; ')}`);
}

/** Not the chart's own `apiObjects`: it misses those inside of other constructs. */
export const objectsIn = (chart: Chart): KubernetesObject[] =>
  chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());

export function writeFiles(folder: OutputFolder, files: readonly ManifestFile[]): void {
  for (const { path, objects } of files) folder.write(path, yamlOf(objects));
}

/** Writes a `kustomization.yaml` into the topmost folder and each below, which names what is in it, sorted. */
export function writeIndexes(folder: OutputFolder, topmost: string, paths: readonly string[]): void {
  const indexes = new Map<string, Set<string>>();
  const add = (path: string) => {
    const parent = dirname(path);
    indexes.set(parent, (indexes.get(parent) ?? new Set()).add(basename(path)));
    if (parent !== topmost) add(parent);
  };
  for (const path of paths) add(path);
  for (const [index, names] of indexes)
    folder.write(`${index}/kustomization.yaml`, yamlText({ ...kustomization, resources: [...names].sort() }));
}

const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };

const yamlOf = (documents: readonly object[]): string => documents.map(yamlText).join('---\n');
