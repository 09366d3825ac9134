import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { kitLabels } from '../kit-chart';
import type { GitOpsContext } from './gitops-context';

export interface GitOpsChartProps {
  /** Of its objects: the controller's. */
  readonly namespace: string;
  /** Its file, below the environment's folder: `gitops/units/main.yaml`. */
  readonly file: string;
  /** The folder whose `kustomization.yaml` leads to it. Absent: none, it is applied by hand. */
  readonly index?: string;
}

/** What a GitOps controller is told, a file each. */
export class GitOpsChart extends Chart {
  readonly file: string;
  readonly index: string | undefined;

  constructor(scope: Construct, id: string, { namespace, file, index }: GitOpsChartProps) {
    super(scope, id, { namespace, disableResourceNameHashes: true, labels: kitLabels });
    this.file = file;
    this.index = index;
  }

  /** `instanceof` is cdk8s' own for every chart. */
  static isGitOpsChart(this: void, construct: unknown): construct is GitOpsChart {
    return Chart.isChart(construct) && 'file' in construct;
  }
}

/** Called by its file, with objects in the controller's namespace. */
export const gitOpsChart = (
  scope: Construct,
  { gitops }: Pick<GitOpsContext, 'gitops'>,
  { file, index }: Pick<GitOpsChartProps, 'file' | 'index'>,
): GitOpsChart => new GitOpsChart(scope, file.replace(/\.yaml$/, ''), { namespace: gitops.namespace, file, index });
