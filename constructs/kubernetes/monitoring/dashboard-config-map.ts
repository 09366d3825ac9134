import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Dashboard } from '../../../render/monitoring/dashboards/dashboard';
import { grafanaDashboard } from '../../../render/monitoring/dashboards/grafana';
import type { Metadata } from '../named-object';

export interface DashboardConfigMapProps {
  readonly metadata: Metadata;
  readonly dashboard: Dashboard;
}

/**
 * A dashboard as Grafana's sidecar takes it up, wherever it stands.
 * @see https://github.com/grafana/helm-charts/tree/main/charts/grafana#sidecar-for-dashboards
 */
export class DashboardConfigMap extends Construct {
  constructor(scope: Construct, id: string, { metadata, dashboard }: DashboardConfigMapProps) {
    super(scope, id);
    new k8s.KubeConfigMap(this, 'config-map', {
      metadata: {
        ...metadata,
        labels: { ...metadata.labels, grafana_dashboard: '1' },
        // Grafana's folder; the sidecar follows it with `foldersFromFilesStructure`.
        annotations: { ...metadata.annotations, grafana_folder: 'Kafka' },
      },
      data: { [`${metadata.name}.json`]: grafanaDashboard(dashboard) },
    });
  }
}
