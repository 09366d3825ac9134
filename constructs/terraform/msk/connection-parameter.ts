import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskConnectionParameterProps {
  /** A path in Parameter Store: `/kafka/prod/main/order-service`. */
  readonly name: string;
  /** `host:port`, separated by commas. */
  readonly bootstrapServers: string;
  /** Kafka's `sasl.mechanism`: `AWS_MSK_IAM` or `SCRAM-SHA-512`. */
  readonly saslMechanism: string;
  /** The secret that holds the password. Default: there is none, with IAM. */
  readonly secretName?: string;
}

/**
 * How an application reaches its cluster, where it and External Secrets look for it: in Parameter Store, as JSON with
 * `bootstrap-servers`, `sasl-mechanism` and, with a password, `secret`. Nothing in it opens anything.
 */
export class MskConnectionParameter extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: MskConnectionParameterProps) {
    super(scope, `msk-connection-parameter.${id}`);
    const { name, bootstrapServers, saslMechanism, secretName } = props;
    const value = {
      'bootstrap-servers': bootstrapServers,
      'sasl-mechanism': saslMechanism,
      ...(secretName === undefined ? {} : { secret: secretName }),
    };
    const parameter = new SsmParameter(this, 'parameter', { name, type: 'String', value: Fn.jsonencode(value) });
    this.arn = addressed(parameter, id).arn;
  }
}
