import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { MskClusterLoggingInfo } from '@cdktf/provider-aws/lib/msk-cluster';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskBrokerLogsProps {
  /** The CloudWatch log group that is made. */
  readonly logGroupName: string;
  /** Encrypts the log group. */
  readonly kmsKeyArn: string;
  /** Days that the log group keeps them; 0 makes none. Default: 365. */
  readonly retentionInDays?: number;
  /** An S3 bucket that exists. Default: none. */
  readonly bucket?: string;
  /** What names of objects in it begin with. Default: nothing. */
  readonly bucketPrefix?: string;
  /** A delivery stream of Firehose that exists. Default: none. */
  readonly deliveryStream?: string;
}

/** The provider leaves a block that goes as it was (`SuppressMissingOptionalConfigurationBlock`): off is said. */
const off = { enabled: false };

/** Where brokers' logs go. */
export class MskBrokerLogs extends Construct {
  readonly loggingInfo: MskClusterLoggingInfo;
  /** Absent: there is no log group. */
  readonly logGroupName?: string;

  constructor(scope: Construct, id: string, props: MskBrokerLogsProps) {
    super(scope, `msk-broker-logs.${id}`);
    const { bucket, bucketPrefix: prefix, deliveryStream } = props;
    const logGroup = this.newLogGroup(id, props);
    this.logGroupName = logGroup;
    this.loggingInfo = {
      brokerLogs: {
        cloudwatchLogs: logGroup === undefined ? off : { enabled: true, logGroup },
        s3: bucket === undefined ? off : { enabled: true, bucket, prefix },
        firehose: deliveryStream === undefined ? off : { enabled: true, deliveryStream },
      },
    };
  }

  /** Returns its name. */
  private newLogGroup(id: string, props: MskBrokerLogsProps): string | undefined {
    const { logGroupName: name, kmsKeyArn: kmsKeyId, retentionInDays = 365 } = props;
    if (retentionInDays === 0) return undefined;
    return addressed(new CloudwatchLogGroup(this, 'logs', { name, kmsKeyId, retentionInDays }), id).name;
  }
}
