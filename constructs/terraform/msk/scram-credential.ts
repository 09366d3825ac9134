import { MskSingleScramSecretAssociation } from '@cdktf/provider-aws/lib/msk-single-scram-secret-association';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskScramCredentialProps {
  readonly clusterArn: string;
  /** Begins with `AmazonMSK_`: the service reads no other. */
  readonly secretName: string;
  readonly username: string;
  /** A customer-managed key's id or ARN; the service accepts neither an alias nor AWS' own key. */
  readonly kmsKeyId: string;
  /** A new password is made only when this number changes. */
  readonly passwordVersion: number;
  /** How long the name stays taken after a deletion: none (0), or 7 to 30 days. Default: 30, which Secrets Manager decides. */
  readonly recoveryWindowInDays?: number;
}

/**
 * A SCRAM-SHA-512 user: a secret with a password that Secrets Manager makes while the stack is applied and that Terraform
 * writes neither into plans nor into state, and its association with the cluster. MSK writes the secret's resource policy.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html
 */
export class MskScramCredential extends Construct {
  readonly secretArn: string;

  constructor(scope: Construct, id: string, props: MskScramCredentialProps) {
    super(scope, `msk-scram-credential.${id}`);
    const secret = new SecretsmanagerSecret(this, 'secret', {
      name: props.secretName,
      description: `Password of '${props.username}' on Kafka`,
      kmsKeyId: props.kmsKeyId,
      recoveryWindowInDays: props.recoveryWindowInDays,
    });
    const version = new SecretsmanagerSecretVersion(this, 'version', {
      secretId: addressed(secret, id).id,
      secretStringWo: this.newPassword(id, props.username),
      secretStringWoVersion: props.passwordVersion,
    });
    // Through the version, so that the service finds a password when it is told of the secret.
    const secretArn = addressed(version, id).arn;
    addressed(
      new MskSingleScramSecretAssociation(this, 'association', { clusterArn: props.clusterArn, secretArn }),
      id,
    );
    this.secretArn = secretArn;
  }

  /** cdktf 0.21 has no class for ephemeral resources. Without punctuation a password needs no quoting anywhere. */
  private newPassword(id: string, username: string): string {
    TerraformStack.of(this).addOverride(`ephemeral.aws_secretsmanager_random_password.${id}`, {
      password_length: 40,
      exclude_punctuation: true,
    });
    const password = `ephemeral.aws_secretsmanager_random_password.${id}.random_password`;
    return `\${jsonencode({username = "${username}", password = ${password}})}`;
  }
}
