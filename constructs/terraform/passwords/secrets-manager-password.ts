import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import type { StoredPasswordProps } from './stored-password';

export interface SecretsManagerPasswordProps extends StoredPasswordProps {
  /** The key that encrypts it. Default: AWS' own for Secrets Manager. */
  readonly kmsKeyId?: string;
}

/**
 * A password that Secrets Manager makes and keeps, as `{"username", "password"}`. It is read back when it is used: what
 * an apply that failed in the middle wrote stays what everybody is told.
 */
export class SecretsManagerPassword extends Construct {
  /** Ephemeral: only for write-only attributes. */
  readonly password: string;

  constructor(scope: Construct, id: string, props: SecretsManagerPasswordProps) {
    super(scope, `password.${id}`);
    const { name, username, version, kmsKeyId } = props;
    const stack = TerraformStack.of(this);
    stack.addOverride(`ephemeral.aws_secretsmanager_random_password.${id}`, {
      password_length: 40,
      exclude_punctuation: true,
    });
    const made = `ephemeral.aws_secretsmanager_random_password.${id}.random_password`;
    const secret = new SecretsmanagerSecret(this, 'secret', {
      name,
      description: `Password of '${username}' on Kafka`,
      kmsKeyId,
      // Another password is made at any time; a name that stays taken would keep its user from coming back.
      recoveryWindowInDays: 0,
    });
    const written = new SecretsmanagerSecretVersion(this, 'version', {
      secretId: addressed(secret, id).id,
      secretStringWo: `\${jsonencode({username = "${username}", password = ${made}})}`,
      secretStringWoVersion: version,
    });
    // Through the version, so that it is read after it was written.
    stack.addOverride(`ephemeral.aws_secretsmanager_secret_version.${id}`, {
      secret_id: addressed(written, id).secretId,
    });
    this.password = `\${jsondecode(ephemeral.aws_secretsmanager_secret_version.${id}.secret_string).password}`;
  }
}
