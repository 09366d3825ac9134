import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskEncryptionKeyProps {
  /** What it is found by: `alias/<name>`. */
  readonly name: string;
  readonly description: string;
  /** A CloudWatch log group that is written under this key. Default: none. */
  readonly logGroupName?: string;
  /** Refuses any plan that deletes the key, and with it whatever it encrypts. Default: true. */
  readonly preventDestroy?: boolean;
}

/** The account, partition and region that a key policy has to name. */
interface Place {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

/** A symmetric customer-managed key that is rotated every year, with an alias. */
export class MskEncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskEncryptionKeyProps) {
    super(scope, `msk-encryption-key.${id}`);
    const key = new KmsKey(this, 'key', {
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: JSON.stringify(keyPolicy(this.place(id), props.logGroupName)),
      lifecycle: (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined,
    });
    this.arn = addressed(key, id).arn;
    addressed(new KmsAlias(this, 'alias', { name: `alias/${props.name}`, targetKeyId: key.keyId }), id);
  }

  private place(id: string): Place {
    return {
      account: addressed(new DataAwsCallerIdentity(this, 'account'), id).accountId,
      partition: addressed(new DataAwsPartition(this, 'partition'), id).partition,
      region: addressed(new DataAwsRegion(this, 'region'), id).region,
    };
  }
}

/**
 * The account decides by IAM who uses the key; CloudWatch Logs is a service and has to be named, for one group only.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function keyPolicy({ account, partition, region }: Place, logGroupName?: string): object {
  const accountDecides = {
    Sid: 'AccountDecides',
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const logs = {
    Sid: 'BrokerLogs',
    Effect: 'Allow',
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    Condition: {
      ArnEquals: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}`,
      },
    },
  };
  return { Version: '2012-10-17', Statement: logGroupName === undefined ? [accountDecides] : [accountDecides, logs] };
}
