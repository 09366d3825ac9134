import { Construct } from 'constructs';
import { MskParameter } from './parameter';

export interface MskConnectionParameterProps {
  /** A path in Parameter Store: `/kafka/prod/main/order-service`. */
  readonly name: string;
  /** `host:port`, separated by commas. */
  readonly bootstrapServers: string;
  /** The same, as the internet reaches it. Default: it does not. */
  readonly publicBootstrapServers?: string;
  /** Kafka's `sasl.mechanism`: `AWS_MSK_IAM` or `SCRAM-SHA-512`. Default: none, with a client certificate. */
  readonly saslMechanism?: string;
  /** The secret that holds the password. Default: there is none, with IAM. */
  readonly secretName?: string;
  /** The subject that a client certificate has to have, whole: `CN=order-service`. Default: none is asked for. */
  readonly certificateSubject?: string;
  /** The ARN of the private authority that signs client certificates. Default: none does. */
  readonly certificateAuthorityArn?: string;
}

/**
 * How an application reaches its cluster, where it and External Secrets look for it: in Parameter Store, as JSON with
 * `bootstrap-servers`, `sasl-mechanism` and, with a password, `secret`; with a certificate, its `certificate-subject` and
 * the `certificate-authority` to ask. Nothing in it opens anything.
 */
export class MskConnectionParameter extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskConnectionParameterProps) {
    super(scope, `msk-connection-parameter.${id}`);
    const values = {
      'bootstrap-servers': props.bootstrapServers,
      'public-bootstrap-servers': props.publicBootstrapServers,
      'sasl-mechanism': props.saslMechanism,
      secret: props.secretName,
      'certificate-subject': props.certificateSubject,
      'certificate-authority': props.certificateAuthorityArn,
    };
    const said = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
    this.arn = new MskParameter(this, id, { name: props.name, values: Object.fromEntries(said) }).arn;
  }
}
