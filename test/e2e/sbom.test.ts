/** The list of what the package brings along is CycloneDX, as CycloneDX's own schema has it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { foldersOf } from '../../workflows/folders';

const root = resolve(__dirname, '..', '..');
const library = { name: '@cyclonedx/cyclonedx-library', version: '10.3.0' };

interface Component {
  readonly 'bom-ref': string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly unknown[];
}

/** The folder of CycloneDX's schemas, which its library carries; npm checks what it fetches. */
function schemas(): string {
  const { cache } = foldersOf(root, process.env);
  const folder = join(cache, `cyclonedx-${library.version}`);
  if (!existsSync(folder)) {
    execFileSync('mkdir', ['-p', cache]);
    const fetched = mkdtempSync(join(cache, 'cyclonedx-'));
    execFileSync('npm', ['pack', '--silent', '--pack-destination', fetched, `${library.name}@${library.version}`], {
      cwd: fetched,
      stdio: 'pipe',
    });
    execFileSync('sh', ['-c', 'tar -xzf *.tgz'], { cwd: fetched });
    if (!existsSync(folder)) renameSync(join(fetched, 'package'), folder);
    rmSync(fetched, { recursive: true, force: true });
  }
  return join(folder, 'res', 'schema');
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const written = () => {
  execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, stdio: 'pipe' });
  return readFileSync(join(root, 'dist', 'sbom.cdx.json'), 'utf8');
};

jest.setTimeout(120_000);

test('npm run sbom writes what the schema allows, the same each time', () => {
  const text = written();
  expect(written()).toBe(text);
  const ajv = addFormats(new Ajv({ strict: false }))
    .addFormat('idn-email', true)
    .addFormat('iri-reference', true);
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(
      read(join(schemas(), `${name}.SNAPSHOT.schema.json`)),
      `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`,
    );
  const isValid = ajv.compile(read(join(schemas(), 'bom-1.5.SNAPSHOT.schema.json')));
  isValid(JSON.parse(text));
  expect(isValid.errors).toBeNull();
  isValid({ ...JSON.parse(text), components: [{ name: 'zod' }] });
  expect(isValid.errors).not.toBeNull();
});

test('it lists every dependency with version, licence and checksum, and the jars that up fetches', () => {
  const { components } = JSON.parse(written()) as { components: readonly Component[] };
  const { dependencies } = read(join(root, 'package.json')) as { dependencies: Readonly<Record<string, string>> };
  const refs = components.map((component) => component['bom-ref']);
  for (const [name, version] of Object.entries(dependencies))
    expect(refs.map((ref) => ref.replace('@v', '@'))).toContain(`${name}@${version}`);
  expect(refs).toContain('pkg:maven/org.apache.kafka/kafka_2.13@4.3.1');
  expect(components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
  const direct = components.filter((component) =>
    Object.keys(dependencies).some((name) => component['bom-ref'].startsWith(`${name}@`)),
  );
  expect(direct.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
});
