import { Fn, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';

/** The provider that the constructs of this folder are written for. https://registry.terraform.io/providers/Mongey/kafka */
export const kafkaProvider = { source: 'Mongey/kafka', version: '0.13.1' } as const;

/** Marks a resource of this provider: cdktf then requires the pinned version. */
export const kafkaProviderMetadata = {
  providerName: 'kafka',
  providerVersion: kafkaProvider.version,
  providerVersionConstraint: kafkaProvider.version,
} as const;

/** The connection of the provider `Mongey/kafka`, always over TLS. */
export interface KafkaProviderProps {
  /** `host:port`, separated by commas; usually a variable. */
  readonly bootstrapServers: string;
  /** PEM of the authority that signed the brokers' certificates. Default: the system's authorities. */
  readonly caCert?: string;
  /** `scram-sha512`, `scram-sha256`, `plain`, `aws-iam` or `oauthbearer`. Default: no SASL. */
  readonly saslMechanism?: string;
  /** Default: none. */
  readonly saslUsername?: string;
  /** An ephemeral variable; never a literal. Default: none. */
  readonly saslPassword?: string;
  /** The region of an MSK cluster, with `aws-iam`. Default: the one that AWS' environment variables name. */
  readonly saslAwsRegion?: string;
}

/** Reaches a cluster by Kafka's admin protocol. */
export class KafkaProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: KafkaProviderProps,
  ) {
    super(scope, id, {
      terraformResourceType: 'kafka',
      terraformGeneratorMetadata: kafkaProviderMetadata,
      terraformProviderSource: kafkaProvider.source,
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { bootstrapServers, caCert, saslMechanism, saslUsername, saslPassword, saslAwsRegion } = this.props;
    return {
      bootstrap_servers: Fn.split(',', bootstrapServers),
      ca_cert: caCert,
      sasl_mechanism: saslMechanism,
      sasl_username: saslUsername,
      sasl_password: saslPassword,
      sasl_aws_region: saslAwsRegion,
      tls_enabled: true,
    };
  }
}
