import { MonitorMetricAlert } from '@cdktf/provider-azurerm/lib/monitor-metric-alert';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { type AlarmProps, frequencies, usual } from './alarm';

/**
 * An alarm when a namespace answers many requests with errors that it blames clients for. Azure tells refusals from other
 * mistakes in no metric: this is what there is where no log says who failed.
 * https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs-reference#metrics, read 2026-11-22
 */
export class EventHubsUserErrorAlarm extends Construct {
  constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, `event-hubs-user-error-alarm.${id}`);
    const { namespaceName, windowDuration = usual.windowDuration, threshold = usual.threshold } = props;
    const { actionGroupIds = [] } = props;
    const alarm = new MonitorMetricAlert(this, 'alarm', {
      name: `${namespaceName}-UserErrors`,
      description: `On ${namespaceName} clients are answered with errors, refusals among them: AZMSKafkaUserErrorLogs has their texts.`,
      resourceGroupName: props.resourceGroupName,
      scopes: [props.namespaceId],
      severity: props.severity ?? 2,
      windowSize: windowDuration,
      frequency: frequencies[windowDuration],
      criteria: [
        {
          metricNamespace: 'Microsoft.EventHub/namespaces',
          metricName: 'UserErrors',
          aggregation: 'Total',
          operator: 'GreaterThan',
          threshold,
        },
      ],
      autoMitigate: true,
      action: actionGroupIds.length > 0 ? actionGroupIds.map((actionGroupId) => ({ actionGroupId })) : undefined,
      tags: props.tags,
    });
    addressed(alarm, `${id}_user_errors`);
  }
}
