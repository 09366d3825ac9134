// `node scripts/tools/prometheus-rules.mjs OUT FOLDER`: the rules of every PrometheusRule below OUT, a file each, as
// promtool reads them: it knows no objects of Kubernetes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

const [out, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const manifests = readdirSync(out, { recursive: true }).filter((path) => /\/kubernetes\/.*\.yaml$/.test(path));
let count = 0;
for (const path of manifests.sort())
  for (const document of parseAllDocuments(readFileSync(join(out, path), 'utf8'))) {
    const object = document.toJS();
    if (object?.kind !== 'PrometheusRule') continue;
    const name = `${path.split('/')[0]}-${object.metadata.namespace}-${object.metadata.name}.yaml`;
    writeFileSync(join(folder, name), stringify(object.spec));
    count += 1;
  }
console.log(`${count} PrometheusRules of ${manifests.length} manifests in ${folder}`);
