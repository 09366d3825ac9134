import type { Connector } from '../../../model/connector';
import type { AwsStatement } from '../../../render/msk/policy-document';

/** The names of the secrets whose values a connector refers to, sorted. */
export const secretsOf = ({ secrets }: Pick<Connector, 'secrets'>): string[] =>
  [...new Set(Object.values(secrets).map(({ secret }) => secret))].sort();

/**
 * What a connector's role reads outside of its cluster: exactly the secrets that it refers to. The key of a secret may be
 * anybody's; it is opened for this secret alone.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html: encryption context
 */
export const readsItsSecrets = (secretArns: readonly string[], keys: string): AwsStatement[] =>
  secretArns.flatMap((arn) => [
    { action: 'secretsmanager:GetSecretValue', arn },
    {
      action: 'kms:Decrypt',
      arn: keys,
      condition: { StringEquals: { 'kms:EncryptionContext:SecretARN': arn } },
    },
  ]);
