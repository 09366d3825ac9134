import type { Construct } from 'constructs';
import { ArgoApplication, type ArgoFolder } from '../../constructs/kubernetes/argo-cd/application';
import { ArgoProject } from '../../constructs/kubernetes/argo-cd/project';
import { gitOpsName } from '../../model/gitops';
import { environmentUnits } from '../../model/kubernetes-unit';
import type { Operator } from '../../render/gitops/operators';
import { definitionsFile, gitOpsFolder, operatorFile, rootFile, unitFile } from './files';
import { gitOpsChart } from './gitops-chart';
import { type GitOpsContext, type GitOpsUnit, isBeforeOperators } from './gitops-context';

/** Argo CD: an application of applications, one for each operator and its definitions and for each unit, and their projects. */
export function placeArgoCd(scope: Construct, context: GitOpsContext): void {
  placeRoot(scope, context);
  placeProjects(scope, context);
  for (const operator of context.operators) {
    placeDefinitions(scope, context, operator);
    placeOperator(scope, context, operator);
  }
  for (const unit of context.units) placeUnit(scope, context, unit);
}

/** Projects first, then kinds and namespaces, operators, those that need others, and units by what they wait for. */
const waves = { projects: 0, definitions: 1, namespaces: 1, operators: 2, dependentOperators: 3, units: 4 } as const;

const operatorsProject = ({ environment }: GitOpsContext) => gitOpsName(environment, environmentUnits.operators);

const folderOf = ({ gitops }: GitOpsContext, folder: string): ArgoFolder => ({
  repoURL: gitops.repository,
  targetRevision: gitops.revision,
  path: `${gitops.path}/${folder}`,
});

function placeRoot(scope: Construct, context: GitOpsContext): void {
  new ArgoApplication(gitOpsChart(scope, context, { file: rootFile }), 'root', {
    metadata: { name: gitOpsName(context.environment) },
    // It makes the projects of the others.
    project: 'default',
    source: folderOf(context, gitOpsFolder),
    namespace: context.gitops.namespace,
  });
}

function placeProjects(scope: Construct, context: GitOpsContext): void {
  const { environment, gitops, operators, units } = context;
  const chart = gitOpsChart(scope, context, { file: `${gitOpsFolder}/projects.yaml`, index: gitOpsFolder });
  new ArgoProject(chart, 'units', {
    metadata: { name: gitOpsName(context.environment) },
    description: `Kafka of ${environment}`,
    sourceRepos: [gitops.repository],
    namespaces: [...new Set(units.flatMap(({ namespaces }) => namespaces))].sort(),
    clusterResources: unique(units.flatMap(({ clusterResources }) => clusterResources)),
    wave: waves.projects,
  });
  if (operators.length === 0) return;
  // Charts of operators write webhooks, roles and into kube-system.
  new ArgoProject(chart, 'operators', {
    metadata: { name: operatorsProject(context) },
    description: `Operators that Kafka of ${environment} needs`,
    sourceRepos: unique([
      ...operators.map(chartRepository),
      ...operators.flatMap(({ definitions }) => definitions?.repository ?? []),
    ]).sort(),
    namespaces: ['*'],
    clusterResources: [{ group: '*', kind: '*' }],
    wave: waves.projects,
  });
}

const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** Neither pruned, nor deleted with the application. */
function placeDefinitions(scope: Construct, context: GitOpsContext, { name: operator, definitions }: Operator): void {
  if (!definitions) return;
  const { repository, tag, path, include } = definitions;
  const chart = gitOpsChart(scope, context, { file: definitionsFile(operator), index: gitOpsFolder });
  new ArgoApplication(chart, 'definitions', {
    metadata: { name: gitOpsName(context.environment, environmentUnits.crds, operator) },
    project: operatorsProject(context),
    source: { repoURL: repository, targetRevision: tag, path, include },
    namespace: context.gitops.namespace,
    wave: waves.definitions,
    prune: false,
  });
}

function placeOperator(scope: Construct, context: GitOpsContext, operator: Operator): void {
  const chart = gitOpsChart(scope, context, { file: operatorFile(operator.name), index: gitOpsFolder });
  new ArgoApplication(chart, 'operator', {
    metadata: { name: gitOpsName(context.environment, environmentUnits.operators, operator.name) },
    project: operatorsProject(context),
    source: {
      repoURL: chartRepository(operator),
      chart: operator.chart,
      targetRevision: operator.version,
      releaseName: operator.releaseName,
      values: operator.values,
    },
    namespace: operator.namespace,
    wave: operator.after.length > 0 ? waves.dependentOperators : waves.operators,
    createNamespace: true,
  });
}

/** Argo CD calls an OCI registry without its scheme, and the chart apart: `quay.io/strimzi-helm`. */
const chartRepository = ({ repository }: Operator): string => repository.replace(/^oci:\/\/(.*)\/[^/]+$/, '$1');

function placeUnit(scope: Construct, context: GitOpsContext, unit: GitOpsUnit): void {
  new ArgoApplication(gitOpsChart(scope, context, { file: unitFile(unit.name), index: gitOpsFolder }), 'unit', {
    metadata: { name: gitOpsName(context.environment, unit.name) },
    project: gitOpsName(context.environment),
    source: folderOf(context, unit.folder),
    namespace: unit.namespaces[0] ?? context.kubernetes.namespace,
    wave: isBeforeOperators(unit) ? waves.namespaces : waves.units + depthOf(unit, context.units),
  });
}

const depthOf = ({ dependsOn }: GitOpsUnit, units: readonly GitOpsUnit[]): number =>
  Math.max(0, ...units.filter(({ name }) => dependsOn.includes(name)).map((unit) => 1 + depthOf(unit, units)));
