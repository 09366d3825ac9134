import type { Construct } from 'constructs';
import { FluxGitRepository } from '../../constructs/kubernetes/flux/git-repository';
import { FluxHelmRelease } from '../../constructs/kubernetes/flux/helm-release';
import { FluxKustomization, type HealthCheckExpression } from '../../constructs/kubernetes/flux/kustomization';
import { gitOpsName } from '../../model/gitops';
import { environmentUnits } from '../../model/kubernetes-unit';
import type { Definitions, Operator } from '../../render/gitops/operators';
import { definitionsFile, gitOpsFolder, operatorFile, operatorsFolder, rootFile, unitFile } from './files';
import { GitOpsChart } from './gitops-chart';
import { type GitOpsPlan, type GitOpsUnit, isBeforeOperators } from './plan';

/** Flux: a repository, a Kustomization that reads the others, one for each unit, and a HelmRelease for each operator. */
export function placeFlux(scope: Construct, plan: GitOpsPlan): void {
  placeRoot(scope, plan);
  for (const operator of plan.operators) {
    if (operator.definitions) placeDefinitions(scope, plan, operator.name, operator.definitions);
    placeOperator(scope, plan, operator);
  }
  if (plan.operators.length > 0) placeOperators(scope, plan);
  for (const unit of plan.units) placeUnit(scope, plan, unit);
}

const repositoryName = ({ environment }: GitOpsPlan) => `kafka-${environment}`;

const chartOf = (scope: Construct, { gitops }: GitOpsPlan, file: string, index?: string) =>
  new GitOpsChart(scope, file.replace(/\.yaml$/, ''), { namespace: gitops.namespace, file, index });

function placeRoot(scope: Construct, plan: GitOpsPlan): void {
  const { repository, revision, path, secretName } = plan.gitops;
  const name = repositoryName(plan);
  const chart = chartOf(scope, plan, rootFile);
  new FluxGitRepository(chart, 'repository', {
    metadata: { name },
    url: repository,
    ref: { branch: revision },
    secretName,
  });
  // What it applies says by itself whether it is ready.
  new FluxKustomization(chart, 'root', {
    metadata: { name },
    repository: name,
    path: `${path}/${gitOpsFolder}`,
    prune: true,
    wait: false,
  });
}

/** Never pruned, and left there when the Kustomization goes. */
function placeDefinitions(scope: Construct, plan: GitOpsPlan, operator: string, definitions: Definitions): void {
  const name = definitionsName(plan, operator);
  const chart = chartOf(scope, plan, definitionsFile(operator), gitOpsFolder);
  new FluxGitRepository(chart, 'repository', {
    metadata: { name },
    url: definitions.repository,
    ref: { tag: definitions.tag },
    interval: '1h',
    ignore: onlyFiles(definitions),
  });
  new FluxKustomization(chart, 'definitions', {
    metadata: { name },
    repository: name,
    path: definitions.path,
    prune: false,
    deletionPolicy: 'Orphan',
    interval: '1h',
  });
}

const definitionsName = ({ environment }: GitOpsPlan, operator: string) =>
  gitOpsName(environment, environmentUnits.crds, operator);

/** One folder of a repository, or some files of it: what is around is left out, level by level, as `.gitignore` needs it. */
export function onlyFiles({ path, include }: Pick<Definitions, 'path' | 'include'>): string {
  const folders = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const kept = [...folders, ...(include ? [`${path}/${include}`] : [])];
  return kept.map((each) => `/${each.slice(0, each.lastIndexOf('/') + 1)}*\n!/${each}\n`).join('');
}

function placeOperator(scope: Construct, plan: GitOpsPlan, operator: Operator): void {
  const chart = chartOf(scope, plan, operatorFile(operator.name), operatorsFolder);
  new FluxHelmRelease(chart, 'operator', {
    metadata: { name: operatorName(plan, operator.name) },
    url: operator.repository,
    chart: operator.chart,
    version: operator.version,
    releaseName: operator.releaseName,
    targetNamespace: operator.namespace,
    values: operator.values,
    dependsOn: operator.after.length > 0 ? operator.after.map((name) => operatorName(plan, name)) : undefined,
  });
}

const operatorName = ({ environment }: GitOpsPlan, operator: string) =>
  gitOpsName(environment, environmentUnits.operators, operator);

/** Reads the folder of operators once their kinds are defined, and the namespaces are there in which their charts put roles. */
function placeOperators(scope: Construct, plan: GitOpsPlan): void {
  const defined = plan.operators.filter(({ definitions }) => definitions);
  const watched = plan.units.filter(isBeforeOperators);
  new FluxKustomization(chartOf(scope, plan, unitFile(environmentUnits.operators), gitOpsFolder), 'operators', {
    metadata: { name: gitOpsName(plan.environment, environmentUnits.operators) },
    repository: repositoryName(plan),
    path: `${plan.gitops.path}/${operatorsFolder}`,
    prune: true,
    timeout: '20m',
    dependsOn: [
      ...defined.map(({ name }) => definitionsName(plan, name)),
      ...watched.map(({ name }) => gitOpsName(plan.environment, name)),
    ],
  });
}

function placeUnit(scope: Construct, plan: GitOpsPlan, unit: GitOpsUnit): void {
  const { name, folder, dependsOn, groups } = unit;
  const operators = plan.operators.length > 0 && !isBeforeOperators(unit) ? [environmentUnits.operators] : [];
  new FluxKustomization(chartOf(scope, plan, unitFile(name), gitOpsFolder), 'unit', {
    metadata: { name: gitOpsName(plan.environment, name) },
    repository: repositoryName(plan),
    path: `${plan.gitops.path}/${folder}`,
    prune: true,
    // A file that is lost takes nothing with it: what leaves a unit is pruned, not what leaves with it.
    deletionPolicy: 'Orphan',
    dependsOn: named(plan, [...operators, ...dependsOn]),
    healthCheckExprs: groups.includes('kafka.strimzi.io') ? strimziHealth : undefined,
  });
}

const named = ({ environment }: GitOpsPlan, units: readonly string[]): string[] | undefined =>
  units.length > 0 ? units.map((unit) => gitOpsName(environment, unit)) : undefined;

/**
 * What Strimzi could not make has a condition NotReady and none called Ready, which Flux would take for ready.
 * A topic that the operator leaves alone is Unmanaged, and never Ready.
 */
const strimziHealth: readonly HealthCheckExpression[] = [
  'Kafka',
  'KafkaBridge',
  'KafkaConnect',
  'KafkaConnector',
  'KafkaMirrorMaker2',
  'KafkaTopic',
  'KafkaUser',
].map((kind) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind,
  inProgress: 'status.observedGeneration != metadata.generation',
  failed: "status.conditions.exists(each, each.type == 'NotReady' && each.status == 'True')",
  current: "status.conditions.exists(each, each.type in ['Ready', 'Unmanaged'] && each.status == 'True')",
}));
