import type { AwsStatement } from '../../../render/msk/policy-document';

/** The ARNs of an application's password and of the key that it is encrypted with. */
export interface PasswordArns {
  readonly secret: string;
  readonly key: string;
}

/**
 * What an application reads before it connects, and nobody else's: where its cluster is and, if it has some, its passwords.
 * The key is shared by a cluster's passwords, so it is opened for this secret alone.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html: encryption context
 */
export const readsItsConnection = (parameter: string, passwords: readonly PasswordArns[] = []): AwsStatement[] => [
  { action: 'ssm:GetParameter', arn: parameter },
  ...passwords.flatMap(readsPassword),
];

const readsPassword = ({ secret, key }: PasswordArns): AwsStatement[] => [
  { action: 'secretsmanager:GetSecretValue', arn: secret },
  {
    action: 'kms:Decrypt',
    arn: key,
    condition: { StringEquals: { 'kms:EncryptionContext:SecretARN': secret } },
  },
];
