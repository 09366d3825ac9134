import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskParameterProps {
  /** A path in Parameter Store: `/kafka/prod/main/order-service`. */
  readonly name: string;
  /** Nothing in it is a secret, or opens anything. */
  readonly values: Readonly<Record<string, string>>;
}

/** Values that other stacks and programs look up by a name, in Parameter Store, as JSON. */
export class MskParameter extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, values }: MskParameterProps) {
    super(scope, `msk-parameter.${id}`);
    const parameter = new SsmParameter(this, 'parameter', { name, type: 'String', value: Fn.jsonencode(values) });
    this.arn = addressed(parameter, id).arn;
  }
}
