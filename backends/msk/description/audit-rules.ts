import { awsForms } from '../../../model/aws-forms';
import { at } from '../../../model/problem';
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
      const { bucket, days = 365, trail, notify } = audit;
      if (bucket === undefined && trail === undefined && notify === undefined)
        yield at(cluster, 'audit').problem('it says of nothing where it goes').fix('say bucket, trail or notify');
      if (bucket !== undefined && !awsForms.bucket.form.test(bucket))
        yield at(cluster, 'audit', 'bucket').problem(`'${bucket}' is no name of an S3 bucket`).fix(awsForms.bucket.fix);
      if (days < 1 || days > 36_500)
        yield at(cluster, 'audit', 'days').problem(`Object Lock holds nothing for ${days} days`).fix('say 1 to 36500');
      if (trail !== undefined && !trailForm.test(trail))
        yield at(cluster, 'audit', 'trail')
          .problem(`'${trail}' is no ARN of a trail`)
          .fix("use its ARN, as 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/NAME'");
      const [, told] = topicForm.exec(notify ?? '') ?? [];
      if (notify !== undefined && told !== region)
        yield at(cluster, 'audit', 'notify')
          .problem(
            told === undefined
              ? `'${notify}' is no ARN of a topic of SNS`
              : `it is in ${told}, and alarms are in ${region}`,
          )
          .fix(`use one of the cluster's region, as 'arn:aws:sns:${region}:111122223333:NAME'`);
      if (notify !== undefined && kind === 'serverless')
        yield at(cluster, 'audit', 'notify')
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
        const useless = { ...audit, mode: audit.mode === 'compliance' || undefined };
        for (const field of ['bucket', 'days', 'mode', 'notify'] as const)
          if (useless[field] !== undefined)
            yield at(cluster, 'audit', field)
              .problem('somebody else made this cluster, and its logs are his')
              .fix(
                'leave it out; say of the environment who collects them: audit: { collector: { name, owner, days } }',
              );
        continue;
      }
      if (audit.bucket !== undefined && logs.s3)
        yield at(cluster, 'logs', 's3')
          .problem(`brokers write to one bucket, and audit says '${audit.bucket}'`)
          .fix('leave one of them out');
      const kept = { days: audit.days !== undefined, mode: audit.mode === 'compliance' };
      for (const [field, said] of Object.entries(kept))
        if (said && audit.bucket === undefined)
          yield at(cluster, 'audit', field)
            .problem('there is no bucket that would keep anything')
            .fix('say bucket, or leave it out');
      if (audit.notify !== undefined && logs.cloudwatchDays === undefined)
        yield at(cluster, 'audit', 'notify')
          .problem('refusals are counted in a CloudWatch log group, and there is none')
          .fix('leave cloudwatch: false out, or notify');
    }
  },
};

export const auditRules: readonly Rule[] = [auditHasAPlace, auditIsMadeOnce];
