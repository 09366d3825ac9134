// Writes dist/sbom.cdx.json: what the package brings along and what it runs, in CycloneDX 1.5, with licences and checksums.
// npm knows the packages; Kafka's jars are what workflows/local/kafka/pom.xml pins. No clock and no random number is in
// it, so that it changes only with what it lists. A licence that nobody looked at fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const text = (file) => readFileSync(join(root, file), 'utf8');

/** Licences under which something may be brought along: they ask for a notice, or for changes of their own files. */
const known = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]);

/** Packages whose licence is in no words that npm knows, and that somebody looked up. */
const lookedUp = { 'jsonify@0.0.1': 'Public Domain' };

const { dependencies, version } = JSON.parse(text('package.json'));
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--loglevel', 'error'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (status !== 0) fail(`npm sbom: ${stderr || stdout}`);
const whole = JSON.parse(stdout);

const edges = new Map(whole.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
const self = whole.metadata.component['bom-ref'];
const nameOf = (ref) => ref.slice(0, ref.lastIndexOf('@'));
const wanted = new Set();
const visit = (ref) => {
  if (wanted.has(ref)) return;
  wanted.add(ref);
  for (const next of edges.get(ref) ?? []) visit(next);
};
const direct = (edges.get(self) ?? []).filter((ref) => nameOf(ref) in dependencies);
for (const ref of direct) visit(ref);
const missing = Object.keys(dependencies).filter((name) => !direct.some((ref) => nameOf(ref) === name));
if (missing.length > 0) fail(`npm sbom does not list ${missing.join(', ')}`);

/** By `name@version`: npm leaves the checksum out of what is also bundled with something else. */
const checksums = new Map(
  Object.entries(JSON.parse(text('package-lock.json')).packages).flatMap(([path, { version, integrity }]) => {
    const [algorithm, content] = integrity?.split('-') ?? [];
    const hash = { alg: 'SHA-512', content: Buffer.from(content ?? '', 'base64').toString('hex') };
    return algorithm === 'sha512' ? [[`${path.split('node_modules/').at(-1)}@${version}`, [hash]]] : [];
  }),
);
const packages = whole.components
  .filter((component) => wanted.has(component['bom-ref']))
  .map(({ properties: _, externalReferences: __, ...component }) => {
    const name = lookedUp[component['bom-ref']];
    const hashes = component.hashes ?? checksums.get(component['bom-ref'].replace('@v', '@'));
    return { ...component, ...(hashes && { hashes }), ...(name && { licenses: [{ license: { name } }] }) };
  });
const jars = jarsOf(text('workflows/local/kafka/pom.xml'));
const components = [...packages, ...jars].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
for (const { 'bom-ref': ref, licenses = [] } of components) {
  const said = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression);
  const ids = said.flatMap((one) => one.replace(/[()]/g, '').split(/ (?:OR|AND) /));
  if (ids.length === 0 || !ids.every((id) => known.has(id) || Object.values(lookedUp).includes(id)))
    fail(`${ref}: ${said.join(', ') || 'no licence'}: look at it, then add it to scripts/tools/sbom.mjs`);
}

const { timestamp: _, ...metadata } = whole.metadata;
const bom = {
  $schema: whole.$schema,
  bomFormat: whole.bomFormat,
  specVersion: whole.specVersion,
  version: 1,
  metadata: {
    ...metadata,
    tools: undefined, // npm's own version would change it from machine to machine
    component: { ...metadata.component, name: 'kafka-platform-kit', version },
  },
  components,
  dependencies: [
    { ref: self, dependsOn: [...direct, ...jars.map((jar) => jar['bom-ref'])].sort() },
    ...components.map(({ 'bom-ref': ref }) => ({
      ref,
      dependsOn: (edges.get(ref) ?? []).filter((to) => wanted.has(to)).sort(),
    })),
  ],
};
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
console.error(`dist/sbom.cdx.json: ${packages.length} packages, ${jars.length} jars`);

/** What the pom names itself; what those need comes from their own poms, in the versions that those name. */
function jarsOf(pom) {
  const kafka = /<kafka\.version>([^<]+)</.exec(pom)?.[1];
  const one = /<dependency><groupId>([^<]+)<\/groupId><artifactId>([^<]+)<\/artifactId><version>([^<]+)</g;
  return [...pom.matchAll(one)].map(([, group, name, said]) => {
    const version = said.replace('${kafka.version}', kafka);
    const purl = `pkg:maven/${group}/${name}@${version}`;
    // All of them are of the Apache Software Foundation or of Prometheus, under its licence.
    return {
      'bom-ref': purl,
      type: 'library',
      group,
      name,
      version,
      scope: 'optional',
      purl,
      licenses: [{ license: { id: 'Apache-2.0' } }],
    };
  });
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
