/** What is known of azurerm's replacements, read again from the source of the very version that validates stacks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { replacements } from '../../workflows/terraform/replacement';

/** Where Go keeps modules; the provider's source lies there once it was built. */
const modules = join(
  process.env.GOMODCACHE ?? join(process.env.GOPATH ?? join(homedir(), 'go'), 'pkg', 'mod'),
  'github.com',
  'hashicorp',
);
const versions = existsSync(modules)
  ? readdirSync(modules).filter((name) => /^terraform-provider-azurerm@/.test(name))
  : [];
const source = versions.sort().at(-1);
const read = source ? test : test.skip;
if (!source) process.stderr.write('SKIPPED: the source of azurerm is not in Go’s module cache\n');

const types = Object.keys(replacements).filter((type) => type.startsWith('azurerm_'));

/** Decided by a function, not by the schema. */
const byFunction = {
  azurerm_eventhub_namespace: ['sku'],
  azurerm_storage_account: ['account_replication_type'],
} as Readonly<Record<string, readonly string[]>>;

read.each(types)('%s is replaced by the attributes of its schema that say so', (type) => {
  const { attributes, source: from } = replacements[type as keyof typeof replacements];
  const file = from.replace(/^.*\/blob\/[0-9a-f]+\//, '');
  const text = readFileSync(join(modules, source ?? '', file), 'utf8');
  for (const attribute of byFunction[type] ?? [])
    expect(text).toMatch(new RegExp(`ForceNew(IfChange)?\\("${attribute}"`));
  expect(attributes.filter((name) => !byFunction[type]?.includes(name)).sort()).toEqual(forcingNew(text).sort());
});

read('an attribute that is missing from the table would be found', () => {
  expect(forcingNew('\t\t\t"name": {\n\t\t\t\tForceNew:     true,\n\t\t\t},\n\t\t\t"tags": {\n\t\t\t},')).toEqual([
    'name',
  ]);
});

const shared = /SchemaResourceGroupName\(\)|ResourceGroupName\(\)|commonschema\.Location\(\)|ForceNew/;

/** Attributes of a schema with `ForceNew: true`, or of a shape of azurerm's own that has it, by how far they are indented. */
function forcingNew(text: string): string[] {
  const open: (readonly [depth: number, name: string])[] = [];
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const [, indent = '', name, rest = ''] = /^(\t+)"(\w+)":\s*(.*)$/.exec(line) ?? [];
    const depth = indent.length || (/^\t+/.exec(line)?.[0].length ?? 0);
    const isForcing = /^\t+ForceNew:\s*true/.test(line);
    if (name === undefined && !isForcing) continue;
    while ((open.at(-1)?.[0] ?? -1) >= depth) open.pop();
    if (name !== undefined) open.push([depth, name]);
    if (isForcing || shared.test(rest)) found.push(open.map(([, part]) => part).join('.'));
  }
  return [...new Set(found)];
}
