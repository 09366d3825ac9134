import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

export interface KitChartProps {
  /** Of objects that name none. Default: each names its own. */
  readonly namespace?: string;
}

/** What every chart of the kit begins with: its objects are called as they are told, and say who made them. */
export class KitChart extends Chart {
  constructor(scope: Construct, id: string, { namespace }: KitChartProps = {}) {
    super(scope, id, { namespace, disableResourceNameHashes: true, labels });
  }
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
const labels = { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' };
