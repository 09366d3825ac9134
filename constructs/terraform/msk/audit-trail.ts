import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskAuditTrailProps {
  /** The trail's name; the bucket's policy names it. */
  readonly name: string;
  /** A bucket whose policy lets this trail write. */
  readonly bucket: string;
  /** A key whose policy lets this trail encrypt. */
  readonly kmsKeyArn: string;
}

/**
 * What anybody asks of AWS' APIs in this account, IAM's policies, Kafka's topics and configurations among it: who, from
 * where, when. Calls of brokers that IAM let through are management events; produce and consume are none.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/logging-API-using-cloudtrail.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 */
export class MskAuditTrail extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, bucket, kmsKeyArn }: MskAuditTrailProps) {
    super(scope, `msk-audit-trail.${id}`);
    const trail = new Cloudtrail(this, 'trail', {
      name,
      s3BucketName: bucket,
      kmsKeyId: kmsKeyArn,
      enableLogFileValidation: true,
      enableLogging: true,
      // IAM is recorded in us-east-1 alone: a trail of the cluster's region would not say who changed its policies.
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      eventSelector: [{ includeManagementEvents: true, readWriteType: 'All' }],
    });
    this.arn = addressed(trail, id).arn;
  }
}
