import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { usualRefusals } from '../../../model/usual-refusals';
import { addressed } from '../addressed';

export interface MskRefusalAlarmsProps {
  readonly clusterName: string;
  /** The log group of its brokers. */
  readonly logGroupName: string;
  /** A topic of SNS that alarms go to. Default: they tell nobody. */
  readonly notifyTopicArn?: string;
  /** How many of each kind in a period are usual: more raise an alarm. Default: 5. */
  readonly threshold?: number;
  /** How long they are counted: a minute, or whole minutes. Default: 300. */
  readonly periodInSeconds?: number;
}

/**
 * What Kafka's brokers write when they turn somebody away: the authorizer, and the end of a login. Both lines were seen on
 * a real broker (test/e2e/audit.test.ts), never on one of MSK.
 */
const refusals = {
  denied_operations: { line: 'is Denied operation', metric: 'DeniedOperations', is: 'operations are refused' },
  failed_logins: { line: 'Failed authentication with', metric: 'FailedLogins', is: 'logins fail' },
} as const;

/** Counts in brokers' logs, and alarms when there are many in a period. */
export class MskRefusalAlarms extends Construct {
  constructor(scope: Construct, id: string, props: MskRefusalAlarmsProps) {
    super(scope, `msk-refusal-alarms.${id}`);
    const { clusterName, logGroupName, notifyTopicArn, threshold = usualRefusals.moreThan } = props;
    const period = props.periodInSeconds ?? usualRefusals.minutes * 60;
    const told = notifyTopicArn === undefined ? undefined : [notifyTopicArn];
    for (const [name, { line, metric, is }] of Object.entries(refusals)) {
      const counted = { name: metric, namespace: `Kafka/${clusterName}`, value: '1', defaultValue: '0' };
      const filter = new CloudwatchLogMetricFilter(this, `filter-${name}`, {
        name: `${clusterName}-${metric}`,
        logGroupName,
        pattern: `"${line}"`,
        metricTransformation: counted,
      });
      addressed(filter, `${id}_${name}`);
      const alarm = new CloudwatchMetricAlarm(this, `alarm-${name}`, {
        alarmName: `${clusterName}-${metric}`,
        alarmDescription: `On ${clusterName} ${is}: its brokers' logs have who, or from where.`,
        namespace: counted.namespace,
        metricName: metric,
        statistic: 'Sum',
        period,
        evaluationPeriods: 1,
        threshold,
        comparisonOperator: 'GreaterThanThreshold',
        treatMissingData: 'notBreaching',
        alarmActions: told,
        okActions: told,
      });
      addressed(alarm, `${id}_${name}`);
    }
  }
}
