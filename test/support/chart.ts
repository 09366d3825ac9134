import { App, Chart } from 'cdk8s';
import { type Manifest, objectsIn } from './manifests';

/** Synthesizes one chart with all its validations, and reads what kubectl would read. */
export function manifestsOf(build: (chart: Chart) => void): Manifest[] {
  const app = new App();
  build(new Chart(app, 'test', { namespace: 'kafka' }));
  return objectsIn(app.synthYaml());
}
