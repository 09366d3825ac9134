import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

export interface KitChartProps {
  /** What it is applied with: the cluster that it works on, whose units are one for each namespace, or one of `environmentUnits`. */
  readonly unit: string;
  /** Of objects that name none. Default: each names its own. */
  readonly namespace?: string;
}

/**
 * What every chart of the kit begins with: its objects are called as they are told, and say who made them. It becomes
 * a file for each namespace in which it has objects, called by its id.
 */
export class KitChart extends Chart {
  /** `instanceof` is cdk8s' own for every chart. */
  static isKitChart(this: void, construct: unknown): construct is KitChart {
    return Chart.isChart(construct) && 'unit' in construct;
  }

  readonly unit: string;

  constructor(scope: Construct, id: string, { unit, namespace }: KitChartProps) {
    super(scope, id, { namespace, disableResourceNameHashes: true, labels: kitLabels });
    this.unit = unit;
  }
}

/** Of every object. https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export const kitLabels = { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' };
