import { awsForms } from '../../../model/aws-forms';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html, read 2026-11-21 */
const retentions = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html */
const streamForm = /^[a-zA-Z0-9_.-]{1,64}$/;

export const logsHaveAPlace: Rule = {
  code: 'KFK-K334',
  severity: 'error',
  title: 'Logs of MSK brokers go to places whose names and retention AWS knows',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { cloudwatchDays: days, s3, firehose } = mskSettings(cluster).logs;
      if (days !== undefined && !retentions.includes(days))
        yield at(cluster, 'logs', 'cloudwatch', 'retention')
          .problem(`CloudWatch keeps nothing for ${Number.isNaN(days) ? 'what is said' : `${days} days`}`)
          .fix(`use one of: ${retentions.map((one) => `${one}d`).join(', ')}`);
      if (s3 && !awsForms.bucket.form.test(s3.bucket))
        yield at(cluster, 'logs', 's3', 'bucket')
          .problem(`'${s3.bucket}' is no name of an S3 bucket`)
          .fix(awsForms.bucket.fix);
      if (firehose !== undefined && !streamForm.test(firehose))
        yield at(cluster, 'logs', 'firehose')
          .problem(`'${firehose}' is no name of a delivery stream`)
          .fix("write its name, not its ARN: at most 64 letters, digits, '_', '.' and '-'");
    }
  },
};

export const somebodyReadsLogs: Rule = {
  code: 'KFK-K335',
  severity: 'warning',
  title: 'Logs of MSK brokers go somewhere',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { logs, kind } = mskSettings(cluster);
      if (cluster.life === 'existing' || kind === 'serverless') continue;
      if (logs.cloudwatchDays === undefined && !logs.s3 && logs.firehose === undefined)
        yield at(cluster, 'logs')
          .problem('nobody sees why brokers refuse somebody, or stop: their logs go nowhere')
          .fix('leave cloudwatch: false out, or name a bucket or a delivery stream');
    }
  },
};

export const scrapersReachExporters: Rule = {
  code: 'KFK-K336',
  severity: 'error',
  title: 'Whoever scrapes an MSK cluster finds exporters there',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/open-monitoring.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { network, openMonitoring, kind } = mskSettings(cluster);
      if (!openMonitoring && kind !== 'serverless' && Object.keys(network?.monitoring ?? {}).length > 0)
        yield at(cluster, 'network', 'monitoring')
          .problem('brokers have no exporters: openMonitoring is false')
          .fix('leave either out');
    }
  },
};

export const logRules: readonly Rule[] = [logsHaveAPlace, somebodyReadsLogs, scrapersReachExporters];
