import type { Construct } from 'constructs';
import { ArgoApplication, type ArgoFolder } from '../../constructs/kubernetes/argo-cd/application';
import { ArgoProject } from '../../constructs/kubernetes/argo-cd/project';
import { gitOpsName } from '../../model/gitops';
import { environmentUnits } from '../../model/kubernetes-unit';
import type { Definitions, Operator } from '../../render/gitops/operators';
import { definitionsFile, gitOpsFolder, operatorFile, rootFile, unitFile } from './files';
import { GitOpsChart } from './gitops-chart';
import { type GitOpsPlan, type GitOpsUnit, isBeforeOperators } from './plan';

/** Argo CD: an application of applications, one for each operator and its definitions and for each unit, and their projects. */
export function placeArgoCd(scope: Construct, plan: GitOpsPlan): void {
  placeRoot(scope, plan);
  placeProjects(scope, plan);
  for (const operator of plan.operators) {
    if (operator.definitions) placeDefinitions(scope, plan, operator.name, operator.definitions);
    placeOperator(scope, plan, operator);
  }
  for (const unit of plan.units) placeUnit(scope, plan, unit);
}

/** Projects first, then kinds and namespaces, operators, those that need others, and units by what they wait for. */
const waves = { projects: 0, definitions: 1, namespaces: 1, operators: 2, dependentOperators: 3, units: 4 } as const;

const projectName = ({ environment }: GitOpsPlan) => `kafka-${environment}`;
const operatorsProject = ({ environment }: GitOpsPlan) => gitOpsName(environment, environmentUnits.operators);

const chartOf = (scope: Construct, { gitops }: GitOpsPlan, file: string, index?: string) =>
  new GitOpsChart(scope, file.replace(/\.yaml$/, ''), { namespace: gitops.namespace, file, index });

const folderOf = ({ gitops }: GitOpsPlan, folder: string): ArgoFolder => ({
  repoURL: gitops.repository,
  targetRevision: gitops.revision,
  path: `${gitops.path}/${folder}`,
});

function placeRoot(scope: Construct, plan: GitOpsPlan): void {
  new ArgoApplication(chartOf(scope, plan, rootFile), 'root', {
    metadata: { name: projectName(plan) },
    // It makes the projects of the others.
    project: 'default',
    source: folderOf(plan, gitOpsFolder),
    namespace: plan.gitops.namespace,
  });
}

function placeProjects(scope: Construct, plan: GitOpsPlan): void {
  const { environment, gitops, operators, units } = plan;
  const chart = chartOf(scope, plan, `${gitOpsFolder}/projects.yaml`, gitOpsFolder);
  new ArgoProject(chart, 'units', {
    metadata: { name: projectName(plan) },
    description: `Kafka of ${environment}`,
    sourceRepos: [gitops.repository],
    namespaces: [...new Set(units.flatMap(({ namespaces }) => namespaces))].sort(),
    clusterResources: unique(units.flatMap(({ clusterResources }) => clusterResources)),
    wave: waves.projects,
  });
  if (operators.length === 0) return;
  // Charts of operators write webhooks, roles and into kube-system.
  new ArgoProject(chart, 'operators', {
    metadata: { name: operatorsProject(plan) },
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
function placeDefinitions(scope: Construct, plan: GitOpsPlan, operator: string, definitions: Definitions): void {
  const { repository, tag, path, include } = definitions;
  new ArgoApplication(chartOf(scope, plan, definitionsFile(operator), gitOpsFolder), 'definitions', {
    metadata: { name: gitOpsName(plan.environment, environmentUnits.crds, operator) },
    project: operatorsProject(plan),
    source: { repoURL: repository, targetRevision: tag, path, include },
    namespace: plan.gitops.namespace,
    wave: waves.definitions,
    prune: false,
  });
}

function placeOperator(scope: Construct, plan: GitOpsPlan, operator: Operator): void {
  new ArgoApplication(chartOf(scope, plan, operatorFile(operator.name), gitOpsFolder), 'operator', {
    metadata: { name: gitOpsName(plan.environment, environmentUnits.operators, operator.name) },
    project: operatorsProject(plan),
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

function placeUnit(scope: Construct, plan: GitOpsPlan, unit: GitOpsUnit): void {
  new ArgoApplication(chartOf(scope, plan, unitFile(unit.name), gitOpsFolder), 'unit', {
    metadata: { name: gitOpsName(plan.environment, unit.name) },
    project: projectName(plan),
    source: folderOf(plan, unit.folder),
    namespace: plan.kubernetes.namespace,
    wave: isBeforeOperators(unit) ? waves.namespaces : waves.units + depthOf(unit, plan.units),
  });
}

const depthOf = ({ dependsOn }: GitOpsUnit, units: readonly GitOpsUnit[]): number =>
  Math.max(0, ...units.filter(({ name }) => dependsOn.includes(name)).map((unit) => 1 + depthOf(unit, units)));
