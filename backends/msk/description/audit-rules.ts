import { isKeptFor } from '../../../model/audit';
import { awsForms } from '../../../model/aws-forms';
import { daysOf } from '../../../model/days';
import { at } from '../../../model/problem';
import { alarmsOf, isUsualCount, usualCounts } from '../../../model/refusal-alarms';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

const trailForm = /^arn:aws(?:-[a-z]+)*:cloudtrail:[a-z0-9-]+:\d{12}:trail\/[\w.-]{3,128}$/;
const topicForm = /^arn:aws(?:-[a-z]+)*:sns:([a-z0-9-]+):\d{12}:[\w-]{1,256}$/;

export const auditHasAPlace: Rule = {
  code: 'KFK-K540',
  severity: 'error',
  title: 'An audit log of MSK has a bucket or a trail, as AWS writes their names',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html, read 2026-11-21',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { audit, region, kind } = mskSettings(cluster);
      if (!audit) continue;
      const { bucket, retention, trail, alarms } = audit;
      if (bucket === undefined && trail === undefined && alarms === undefined)
        yield at(cluster, 'audit').problem('it says of nothing where it goes').fix('say bucket, trail or alarms');
      if (bucket !== undefined && !awsForms.bucket.form.test(bucket))
        yield at(cluster, 'audit', 'bucket').problem(`'${bucket}' is no name of an S3 bucket`).fix(awsForms.bucket.fix);
      if (retention !== undefined && !isHeld(daysOf(retention)))
        yield at(cluster, 'audit', 'retention')
          .problem(`Object Lock holds nothing for '${retention}'`)
          .fix("say whole days, '1d' to '36500d'");
      if (trail !== undefined && !trailForm.test(trail))
        yield at(cluster, 'audit', 'trail')
          .problem(`'${trail}' is no ARN of a trail`)
          .fix("use its ARN, as 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/NAME'");
      if (!alarms) continue;
      const { notify, moreThan } = { ...alarms, ...alarmsOf(alarms) };
      const [, told] = topicForm.exec(notify) ?? [];
      if (told !== region)
        yield at(cluster, 'audit', 'alarms', 'notify')
          .problem(
            told === undefined
              ? `'${notify}' is no ARN of a topic of SNS`
              : `it is in ${told}, and alarms are in ${region}`,
          )
          .fix(`use one of the cluster's region, as 'arn:aws:sns:${region}:111122223333:NAME'`);
      if (!isUsualCount(moreThan))
        yield at(cluster, 'audit', 'alarms', 'moreThan').problem(`nobody counts to ${moreThan}`).fix(usualCounts);
      if (kind === 'serverless')
        yield at(cluster, 'audit', 'alarms')
          .problem('a serverless cluster shows no logs of brokers, in which refusals could be counted')
          .fix('leave it out');
    }
  },
};

export const auditIsMadeOnce: Rule = {
  code: 'KFK-K541',
  severity: 'error',
  title: 'What an audit log of MSK needs is made with the cluster, and its brokers write to one bucket',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { audit, logs } = mskSettings(cluster);
      if (!audit) continue;
      if (cluster.life === 'existing') {
        for (const field of ['bucket', 'retention', 'mode', 'alarms'] as const)
          if (audit[field] !== undefined)
            yield at(cluster, 'audit', field)
              .problem('somebody else made this cluster, and its logs are his')
              .fix(
                'leave it out; say of the environment who collects them: audit: { collector: { name, owner, retention } }',
              );
        continue;
      }
      if (audit.bucket !== undefined && logs.s3)
        yield at(cluster, 'logs', 's3')
          .problem(`brokers write to one bucket, and audit says '${audit.bucket}'`)
          .fix('leave one of them out');
      for (const field of ['retention', 'mode'] as const)
        if (audit[field] !== undefined && audit.bucket === undefined)
          yield at(cluster, 'audit', field)
            .problem('there is no bucket that would keep anything')
            .fix('say bucket, or leave it out');
      if (audit.alarms && logs.cloudwatchDays === undefined)
        yield at(cluster, 'audit', 'alarms')
          .problem('refusals are counted in a CloudWatch log group, and there is none')
          .fix('leave cloudwatch: false out, or alarms');
    }
  },
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html */
const isHeld = (days: number): boolean => days >= 1 && isKeptFor(days);

export const auditRules: readonly Rule[] = [auditHasAPlace, auditIsMadeOnce];
