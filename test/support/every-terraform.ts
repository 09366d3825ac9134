import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type App, TerraformStack } from 'cdktf';
import type { Resolved } from '../../model/resolved';
import { terraformApp } from '../../stacks/terraform-app';
import { loadCompiled } from '../../workflows/load/compiled';
import { mskCluster } from '../backends/msk/cluster';
import { cases } from '../model/rules.cases';
import { matrix } from '../providers/azure/matrix/matrix';
import { changed } from './change';
import { compileDescription, small } from './describe';
import type { TerraformJson } from './synthesize';

const root = resolve(__dirname, '..', '..');
const isByTerraform = ({ clusters }: Resolved) =>
  [...clusters.values()].some(({ appliedBy }) => appliedBy === 'terraform');

/** What tries a limit of a thousand has nothing that a smaller one has not. */
const isSmall = ({ topics, applications }: Resolved) => topics.size + applications.size < 40;

/** Valid descriptions that Terraform applies: those committed, those of every rule's cases, and a matrix. */
export function terraformEnvironments(): readonly Resolved[] {
  const { environments } = loadCompiled({ folder: root, today: '2026-11-21' });
  const ofRules = Object.values(cases).flatMap(({ nearly, failing, inventory, nearlyInventory }) => [
    compileDescription(changed<unknown>(small, nearly), { inventory: nearlyInventory ?? inventory }).resolved,
    compileDescription(changed<unknown>(small, failing), { inventory }).resolved,
  ]);
  const onEks = { ...mskCluster, roles: { podIdentity: 'applications' } };
  const byHand = compileDescription(changed<unknown>(small, { 'clusters.main': onEks })).resolved;
  const ofMatrix = matrix
    .rows(6)
    .valid.slice(0, 40)
    .map(({ description }) => compileDescription(description).resolved);
  return [...environments.map(({ resolved }) => resolved), byHand, ...ofRules, ...ofMatrix]
    .filter((resolved) => resolved !== undefined)
    .filter((resolved) => isByTerraform(resolved) && isSmall(resolved));
}

export interface TerraformStackOf {
  readonly resolved: Resolved;
  readonly name: string;
  readonly json: TerraformJson;
}

/** The stacks of an environment, without a file being written. */
export function stacksOf(resolved: Resolved): TerraformStackOf[] {
  const app: App = terraformApp([resolved], { folder: '/tmp/never-written' });
  return app.node.children.filter(TerraformStack.isStack).map((stack) => {
    stack.prepareStack();
    return { resolved, name: stack.node.id, json: stack.toTerraform() as TerraformJson };
  });
}

/** Every resource type that a construct of this repository can make, as its source names it. */
export function typesInSources(): string[] {
  const folder = join(root, 'constructs', 'terraform');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const bound = [...text.matchAll(/@cdktf\/(provider-[a-z]+\/lib\/(?!data-|ephemeral-|provider)[a-z0-9-]+)/g)].map(
      ([, path]) => typeOf(`@cdktf/${path}`),
    );
    const own = [...text.matchAll(/'((?:aws|azurerm|azapi|kafka|vault)_[a-z0-9_]+)'/g)].map(([, type = '']) => type);
    return [...bound, ...own];
  });
  return [...new Set(found)].sort();
}

/** Classes of the bindings that somebody's source imports, by Terraform's name of the resource. */
const classes = new Map<string, { readonly prototype: object }>();

/** What Terraform calls the resource of one of the bindings. */
function typeOf(path: string): string {
  const exported = Object.values(
    require(path) as Record<string, { readonly tfResourceType?: string; readonly prototype: object }>,
  );
  const found = exported.find(({ tfResourceType }) => tfResourceType !== undefined);
  if (found?.tfResourceType === undefined) throw new Error(`${path} has no resource`);
  classes.set(found.tfResourceType, found);
  return found.tfResourceType;
}

/** Whether the bindings know tags of a type. */
export function isTaggable(type: string): boolean {
  if (classes.size === 0) typesInSources();
  return 'tagsInput' in (classes.get(type)?.prototype ?? {});
}
