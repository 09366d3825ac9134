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
 * What anybody asks of AWS' APIs in this account and region, Kafka's topics and configurations among it: who, from where,
 * when. Calls of brokers that IAM let through are management events; produce and consume are none.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/logging-API-using-cloudtrail.html
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
      // A cluster is of one region; calls of IAM and STS about its roles are told as well.
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: true,
      eventSelector: [{ includeManagementEvents: true, readWriteType: 'All' }],
    });
    this.arn = addressed(trail, id).arn;
  }
}
