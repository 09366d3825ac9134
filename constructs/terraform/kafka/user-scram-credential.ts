import type { Construct } from 'constructs';
import { KafkaResource } from './resource';

export interface KafkaUserScramCredentialProps {
  readonly username: string;
  /** `SCRAM-SHA-512` or `SCRAM-SHA-256`, in any case. */
  readonly scramMechanism: string;
  /** How often the password is hashed. Default: 8192, twice Kafka's own 4096. */
  readonly scramIterations?: number;
  /** Write-only: an ephemeral variable, never a literal. */
  readonly password: string;
  /** The password is written again only when this number changes. */
  readonly passwordVersion: number;
}

/** `kafka_user_scram_credential`, its password never in state. https://registry.terraform.io/providers/Mongey/kafka/latest/docs/resources/user_scram_credential */
export class KafkaUserScramCredential extends KafkaResource {
  constructor(scope: Construct, id: string, props: KafkaUserScramCredentialProps) {
    super(scope, id, {
      type: 'kafka_user_scram_credential',
      attributes: {
        username: props.username,
        scram_mechanism: props.scramMechanism.toUpperCase(),
        scram_iterations: props.scramIterations ?? 8192,
        password_wo: props.password,
        password_wo_version: props.passwordVersion,
      },
    });
  }
}
