import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

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
    super(scope, id, { namespace, disableResourceNameHashes: true, labels });
    this.file = file;
    this.index = index;
  }

  /** `instanceof` is cdk8s' own for every chart. */
  static isGitOpsChart(this: void, construct: unknown): construct is GitOpsChart {
    return Chart.isChart(construct) && 'file' in construct;
  }
}

const labels = { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' };
