import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, type App, Chart, Yaml } from 'cdk8s';

/** The manifests of one chart. */
export interface SynthesizedChart {
  readonly name: string;
  /** Below the environment's folder: `kubernetes/main.k8s.yaml`. */
  readonly file: string;
  readonly objects: number;
}

/**
 * Writes each chart as one file, and `kustomization.yaml`, which names them all. cdk8s' own `synth` judges the whole app
 * anew for each of its charts.
 */
export function writeManifests(app: App, folder: string): SynthesizedChart[] {
  const invalid = app.node
    .findAll()
    .flatMap((construct) => construct.node.validate().map((message) => `${construct.node.path}: ${message}`));
  if (invalid.length > 0) throw new Error(`manifests that no cluster accepts: ${invalid.join('; ')}`);
  const charts = app.node.children.filter(Chart.isChart);
  if (charts.length === 0) return [];
  mkdirSync(join(folder, 'kubernetes'), { recursive: true });
  const written = charts.map((chart) => {
    // Not the chart's own `apiObjects`: it misses those inside of other constructs.
    const objects = chart.node
      .findAll()
      .filter(ApiObject.isApiObject)
      .map((object) => object.toJson());
    const file = join('kubernetes', `${chart.node.id}.k8s.yaml`);
    writeFileSync(join(folder, file), Yaml.stringify(...objects));
    return { name: chart.node.id, file, objects: objects.length };
  });
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: written.map(({ name }) => `${name}.k8s.yaml`),
  };
  writeFileSync(join(folder, 'kubernetes', 'kustomization.yaml'), Yaml.stringify(kustomization));
  return written;
}
