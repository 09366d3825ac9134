import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskAuditStoreProps {
  /** The bucket's name, unique in all of AWS. */
  readonly bucketName: string;
  /** Days on which nothing in it is changed or deleted. */
  readonly retentionInDays: number;
  /** `COMPLIANCE`: nobody deletes before that; `GOVERNANCE`: whoever has `s3:BypassGovernanceRetention` may. Default: `GOVERNANCE`. */
  readonly mode?: 'GOVERNANCE' | 'COMPLIANCE';
  /** The name of the trail of this account and region that writes to it. Default: none does. */
  readonly trailName?: string;
  /** Refuses any plan that deletes the bucket or its key. Default: true. */
  readonly preventDestroy?: boolean;
}

/** What policies name. */
interface Place {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

/**
 * A bucket in which logs can be neither changed nor deleted before their time, encrypted under a key of its own. Two
 * services write to it: brokers' logs, as `delivery.logs.amazonaws.com`, and a trail of CloudTrail.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class MskAuditStore extends Construct {
  /** Known once it may be written: the policy is there. */
  readonly bucket: string;
  readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: MskAuditStoreProps) {
    super(scope, `msk-audit-store.${id}`);
    const place = this.place(id);
    const lifecycle = (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined;
    const key = new KmsKey(this, 'key', {
      description: `Audit logs in ${props.bucketName}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: JSON.stringify(keyPolicy(place, props)),
      lifecycle,
    });
    this.kmsKeyArn = addressed(key, `${id}_audit`).arn;
    const made = new S3Bucket(this, 'bucket', { bucket: props.bucketName, objectLockEnabled: true, lifecycle });
    const { bucket } = addressed(made, `${id}_audit`);
    this.close(`${id}_audit`, bucket, props);
    const policy = new S3BucketPolicy(this, 'policy', {
      bucket,
      policy: JSON.stringify(bucketPolicy(place, props)),
    });
    this.bucket = addressed(policy, `${id}_audit`).bucket;
  }

  /** Versions, which Object Lock needs; nobody's own ACLs; nothing public; an end for what has had its time. */
  private close(id: string, bucket: string, { retentionInDays: days, mode = 'GOVERNANCE' }: MskAuditStoreProps): void {
    const versioning = new S3BucketVersioningA(this, 'versioning', {
      bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    addressed(versioning, id);
    const lock = new S3BucketObjectLockConfigurationA(this, 'lock', {
      bucket,
      rule: { defaultRetention: { mode, days } },
      dependsOn: [versioning],
    });
    addressed(lock, id);
    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: this.kmsKeyArn },
          bucketKeyEnabled: true,
        },
      ],
    });
    addressed(encryption, id);
    const ownership = { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } };
    addressed(new S3BucketOwnershipControls(this, 'ownership', ownership), id);
    const open = {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    };
    addressed(new S3BucketPublicAccessBlock(this, 'public-access', { bucket, ...open }), id);
    const ends = new S3BucketLifecycleConfiguration(this, 'ends', {
      bucket,
      rule: [
        {
          id: 'after-its-time',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          expiration: [{ days: days + 1 }],
          noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
    addressed(ends, id);
  }

  private place(id: string): Place {
    return {
      account: addressed(new DataAwsCallerIdentity(this, 'account'), `${id}_audit`).accountId,
      partition: addressed(new DataAwsPartition(this, 'partition'), `${id}_audit`).partition,
      region: addressed(new DataAwsRegion(this, 'region'), `${id}_audit`).region,
    };
  }
}

const trailArn = ({ partition, region, account }: Place, name: string): string =>
  `arn:${partition}:cloudtrail:${region}:${account}:trail/${name}`;

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
function bucketPolicy(place: Place, { bucketName, trailName }: MskAuditStoreProps): object {
  const bucket = `arn:${place.partition}:s3:::${bucketName}`;
  const ownedByUs = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  const ofThisAccount = { 'aws:SourceAccount': place.account };
  const writes = (service: string, sid: string, where: string, condition: object) => [
    {
      Sid: `${sid}Looks`,
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 's3:GetBucketAcl',
      Resource: bucket,
      Condition: { StringEquals: condition },
    },
    {
      Sid: `${sid}Writes`,
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 's3:PutObject',
      Resource: `${bucket}/${where}AWSLogs/${place.account}/*`,
      Condition: { StringEquals: { ...ownedByUs, ...condition } },
    },
  ];
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OnlyByTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      ...writes('delivery.logs.amazonaws.com', 'Brokers', `${brokerLogPrefix}/`, ofThisAccount),
      ...(trailName === undefined
        ? []
        : writes('cloudtrail.amazonaws.com', 'Trail', '', { 'aws:SourceArn': trailArn(place, trailName) })),
    ],
  };
}

/** What the names of brokers' logs begin with, beside those of the trail. */
export const brokerLogPrefix = 'brokers';

/**
 * The account decides by IAM who uses the key; services have to be named.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
function keyPolicy(place: Place, { trailName }: MskAuditStoreProps): object {
  const { account, partition } = place;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountDecides',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'BrokersWrite',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      },
      ...(trailName === undefined
        ? []
        : [
            {
              Sid: 'TrailWrites',
              Effect: 'Allow',
              Principal: { Service: 'cloudtrail.amazonaws.com' },
              Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
              Resource: '*',
              Condition: { StringEquals: { 'aws:SourceArn': trailArn(place, trailName) } },
            },
          ]),
    ],
  };
}
