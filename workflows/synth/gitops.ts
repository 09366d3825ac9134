import { gitOpsApp } from '../../charts/gitops/gitops-app';
import { GitOpsChart } from '../../charts/gitops/gitops-chart';
import type { GitOpsUnit } from '../../charts/gitops/gitops-context';
import { groupBy } from '../../model/group-by';
import type { Resolved } from '../../model/resolved';
import { groupOf } from '../kubernetes/object';
import type { KubernetesUnit } from './kubernetes-unit';
import type { OutputFolder } from './output-folder';
import { objectsIn, refuseInvalid, writeFiles, writeIndexes } from './yaml-files';

/** Writes what an environment's GitOps controller is told of its units, below `gitops/`. */
export function writeGitOps({ environment }: Resolved, units: readonly KubernetesUnit[], folder: OutputFolder): void {
  const { name, gitops, kubernetes } = environment;
  if (!gitops || !kubernetes) return;
  const app = gitOpsApp({ environment: name, gitops, kubernetes, units: units.map(toldOf) });
  refuseInvalid(app);
  const charts = app.node.children.filter(GitOpsChart.isGitOpsChart);
  writeFiles(
    folder,
    charts.map((chart) => ({ path: chart.file, objects: objectsIn(chart) })),
  );
  for (const [index, indexed] of groupBy(charts, (chart) => chart.index ?? ''))
    if (index !== '')
      writeIndexes(
        folder,
        index,
        indexed.map(({ file }) => file),
      );
}

function toldOf({ name, folder, dependsOn, files }: KubernetesUnit): GitOpsUnit {
  const objects = files.flatMap((file) => file.objects);
  const scoped = objects.filter(({ metadata }) => metadata.namespace === undefined);
  return {
    name,
    folder,
    dependsOn,
    namespaces: [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))],
    groups: [...new Set(objects.map(({ apiVersion }) => groupOf(apiVersion)))],
    clusterResources: scoped.map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind })),
  };
}
