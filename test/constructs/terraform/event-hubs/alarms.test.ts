import type { AlarmProps } from '../../../../constructs/terraform/event-hubs/alarm';
import {
  EventHubsRefusalAlarms,
  type EventHubsRefusalAlarmsProps,
} from '../../../../constructs/terraform/event-hubs/refusal-alarms';
import { EventHubsUserErrorAlarm } from '../../../../constructs/terraform/event-hubs/user-error-alarm';
import { changedByEachProp, row, tags } from './rows';

const target = { namespaceId: '/namespaces/n', namespaceName: 'kit-orders', resourceGroupName: 'kafka' };
const group = '/actionGroups/security';

const query = (where: string) => `union isfuzzy=true
  (datatable(TimeGenerated:datetime, ActivityName:string, Status:string, Count:int)[]),
  AZMSRunTimeAuditLogs
| where Status =~ 'Failure' and ${where}
| project TimeGenerated, Refused = Count`;
const refused = (where: string, threshold = 5) => [
  {
    query: query(where),
    time_aggregation_method: 'Total',
    metric_measure_column: 'Refused',
    operator: 'GreaterThan',
    threshold,
    failing_periods: { minimum_failing_periods_to_trigger_alert: 1, number_of_evaluation_periods: 1 },
  },
];
const onConnections = "ActivityName =~ 'ConnectionOpen'";
const userErrors = (threshold = 5) => [
  {
    metric_namespace: 'Microsoft.EventHub/namespaces',
    metric_name: 'UserErrors',
    aggregation: 'Total',
    operator: 'GreaterThan',
    threshold,
  },
];

changedByEachProp([
  row<EventHubsRefusalAlarmsProps>({
    of: EventHubsRefusalAlarms,
    address: 'azurerm_monitor_scheduled_query_rules_alert_v2.it_failed_logins',
    least: { ...target, location: 'westeurope' },
    becomes: {
      name: 'kit-orders-FailedLogins',
      description: 'On kit-orders connections fail to open: AZMSRunTimeAuditLogs has who, and from where.',
      resource_group_name: 'kafka',
      location: 'westeurope',
      scopes: ['/namespaces/n'],
      severity: 2,
      window_duration: 'PT5M',
      evaluation_frequency: 'PT5M',
      criteria: refused(onConnections),
      auto_mitigation_enabled: true,
      skip_query_validation: true,
    },
    changes: {
      namespaceId: ['/namespaces/m', { scopes: ['/namespaces/m'] }],
      namespaceName: [
        'kit-other',
        {
          name: 'kit-other-FailedLogins',
          description: 'On kit-other connections fail to open: AZMSRunTimeAuditLogs has who, and from where.',
        },
      ],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      location: ['northeurope', { location: 'northeurope' }],
      actionGroupIds: [[group], { action: { action_groups: [group] } }],
      threshold: [20, { criteria: refused(onConnections, 20) }],
      windowDuration: ['PT6H', { window_duration: 'PT6H', evaluation_frequency: 'PT1H' }],
      severity: [0, { severity: 0 }],
      tags,
    },
  }),
  row<AlarmProps>({
    of: EventHubsUserErrorAlarm,
    address: 'azurerm_monitor_metric_alert.it_user_errors',
    least: target,
    becomes: {
      name: 'kit-orders-UserErrors',
      description:
        'On kit-orders clients are answered with errors, refusals among them: AZMSKafkaUserErrorLogs has their texts.',
      resource_group_name: 'kafka',
      scopes: ['/namespaces/n'],
      severity: 2,
      window_size: 'PT5M',
      frequency: 'PT5M',
      criteria: userErrors(),
      auto_mitigate: true,
    },
    changes: {
      namespaceId: ['/namespaces/m', { scopes: ['/namespaces/m'] }],
      namespaceName: [
        'kit-other',
        {
          name: 'kit-other-UserErrors',
          description:
            'On kit-other clients are answered with errors, refusals among them: AZMSKafkaUserErrorLogs has their texts.',
        },
      ],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      actionGroupIds: [[group], { action: [{ action_group_id: group }] }],
      threshold: [0, { criteria: userErrors(0) }],
      windowDuration: ['PT1H', { window_size: 'PT1H', frequency: 'PT1H' }],
      severity: [4, { severity: 4 }],
      tags,
    },
  }),
]);
