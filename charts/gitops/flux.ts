import type { Construct } from 'constructs';
import { FluxGitRepository } from '../../constructs/kubernetes/flux/git-repository';
import { FluxHelmRelease } from '../../constructs/kubernetes/flux/helm-release';
import { FluxKustomization, type HealthCheckExpression } from '../../constructs/kubernetes/flux/kustomization';
import { gitOpsName } from '../../model/gitops';
import { environmentUnits } from '../../model/kubernetes-unit';
import type { Definitions, Operator } from '../../render/gitops/operators';
import { definitionsFile, gitOpsFolder, operatorFile, operatorsFolder, rootFile, unitFile } from './files';
import { gitOpsChart } from './gitops-chart';
import { type GitOpsContext, type GitOpsUnit, isBeforeOperators } from './gitops-context';

/** Flux: a repository, a Kustomization that reads the others, one for each unit, and a HelmRelease for each operator. */
export function placeFlux(scope: Construct, context: GitOpsContext): void {
  placeRoot(scope, context);
  for (const operator of context.operators) {
    placeDefinitions(scope, context, operator);
    placeOperator(scope, context, operator);
  }
  if (context.operators.length > 0) placeOperators(scope, context);
  for (const unit of context.units) placeUnit(scope, context, unit);
}

function placeRoot(scope: Construct, context: GitOpsContext): void {
  const { repository, revision, path, secretName } = context.gitops;
  const name = gitOpsName(context.environment);
  const chart = gitOpsChart(scope, context, { file: rootFile });
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
function placeDefinitions(scope: Construct, context: GitOpsContext, { name: operator, definitions }: Operator): void {
  if (!definitions) return;
  const name = definitionsName(context, operator);
  const chart = gitOpsChart(scope, context, { file: definitionsFile(operator), index: gitOpsFolder });
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

const definitionsName = ({ environment }: GitOpsContext, operator: string) =>
  gitOpsName(environment, environmentUnits.crds, operator);

/** One folder of a repository, or some files of it: what is around is left out, level by level, as `.gitignore` needs it. */
export function onlyFiles({ path, include }: Pick<Definitions, 'path' | 'include'>): string {
  const folders = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const kept = [...folders, ...(include ? [`${path}/${include}`] : [])];
  return kept.map((each) => `/${each.slice(0, each.lastIndexOf('/') + 1)}*\n!/${each}\n`).join('');
}

function placeOperator(scope: Construct, context: GitOpsContext, operator: Operator): void {
  const chart = gitOpsChart(scope, context, { file: operatorFile(operator.name), index: operatorsFolder });
  new FluxHelmRelease(chart, 'operator', {
    metadata: { name: operatorName(context, operator.name) },
    url: operator.repository,
    chart: operator.chart,
    version: operator.version,
    releaseName: operator.releaseName,
    targetNamespace: operator.namespace,
    values: operator.values,
    dependsOn: operator.after.length > 0 ? operator.after.map((name) => operatorName(context, name)) : undefined,
  });
}

const operatorName = ({ environment }: GitOpsContext, operator: string) =>
  gitOpsName(environment, environmentUnits.operators, operator);

/** Reads the folder of operators once their kinds are defined, and the namespaces are there in which their charts put roles. */
function placeOperators(scope: Construct, context: GitOpsContext): void {
  const defined = context.operators.filter(({ definitions }) => definitions);
  const watched = context.units.filter(isBeforeOperators);
  const chart = gitOpsChart(scope, context, { file: unitFile(environmentUnits.operators), index: gitOpsFolder });
  new FluxKustomization(chart, 'operators', {
    metadata: { name: gitOpsName(context.environment, environmentUnits.operators) },
    repository: gitOpsName(context.environment),
    path: `${context.gitops.path}/${operatorsFolder}`,
    prune: true,
    timeout: '20m',
    dependsOn: [
      ...defined.map(({ name }) => definitionsName(context, name)),
      ...watched.map(({ name }) => gitOpsName(context.environment, name)),
    ],
  });
}

function placeUnit(scope: Construct, context: GitOpsContext, unit: GitOpsUnit): void {
  const { name, folder, dependsOn, groups } = unit;
  const operators = context.operators.length > 0 && !isBeforeOperators(unit) ? [environmentUnits.operators] : [];
  new FluxKustomization(gitOpsChart(scope, context, { file: unitFile(name), index: gitOpsFolder }), 'unit', {
    metadata: { name: gitOpsName(context.environment, name) },
    repository: gitOpsName(context.environment),
    path: `${context.gitops.path}/${folder}`,
    prune: true,
    // A file that is lost takes nothing with it: the unit's objects stay when the unit itself goes.
    deletionPolicy: 'Orphan',
    dependsOn: named(context, [...operators, ...dependsOn]),
    healthCheckExprs: healthOf(groups),
  });
}

const named = ({ environment }: GitOpsContext, units: readonly string[]): string[] | undefined =>
  units.length > 0 ? units.map((unit) => gitOpsName(environment, unit)) : undefined;

/** Absent: Flux understands all of it by itself. */
function healthOf(groups: readonly string[]): readonly HealthCheckExpression[] | undefined {
  const health = [
    ...(groups.includes('kafka.strimzi.io') ? strimziHealth : []),
    ...(groups.includes('keda.sh') ? [scalingHealth] : []),
  ];
  return health.length > 0 ? health : undefined;
}

/** Ready once it is there: until somebody else brings the Deployment KEDA says that it is not, and who waits for the connection may be that one. */
const scalingHealth: HealthCheckExpression = {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  current: 'has(metadata.uid)',
};

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
