import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { isDay } from '../../../model/removal';
import {
  type AwsStatement,
  type MskResource,
  policyDocuments,
  type Statement,
} from '../../../render/msk/policy-document';
import { addressed } from '../addressed';

export interface MskIamPolicyProps {
  /** At most 128 characters, unique in the account; a second policy is `<name>-2`. */
  readonly name: string;
  readonly description: string;
  /** `arn:…:cluster/<name>/<uuid>`; usually an attribute of the cluster, or of a data source that finds it. */
  readonly clusterArn: string;
  /** The longest that `clusterArn` can be, by which policies are split. Default: 180, which no cluster's ARN exceeds. */
  readonly clusterArnLength?: number;
  /** What may be done on the cluster and on what it holds. */
  readonly statements: readonly Statement[];
  /** What may be done outside it, as on the application's own connection. Default: nothing. */
  readonly awsStatements?: readonly AwsStatement[];
  /** The last day (`2026-12-31`, UTC) on which it allows anything: IAM itself lets nothing pass afterwards. Default: it has no end. */
  readonly until?: string;
}

/**
 * What an application may do on a cluster, as managed policies that its role attaches: one, or as many as IAM's limit of
 * their size asks for. https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 */
export class MskIamPolicy extends Construct {
  readonly arns: readonly string[];

  constructor(scope: Construct, id: string, props: MskIamPolicyProps) {
    super(scope, `msk-iam-policy.${id}`);
    const { name, description, clusterArn, clusterArnLength, statements, awsStatements, until } = props;
    this.node.addValidation({ validate: () => (until === undefined || isDay(until) ? [] : [`'${until}' is no day`]) });
    const documents = policyDocuments(statements, {
      arnOf: (resource) => arnOf(resource, clusterArn),
      clusterArnLength,
      awsStatements,
      until,
    });
    this.arns = documents.map((policy, index) => {
      const suffix = index === 0 ? '' : `-${index + 1}`;
      const part = new IamPolicy(this, `policy${suffix}`, { name: `${name}${suffix}`, description, policy });
      return addressed(part, `${id}${suffix}`).arn;
    });
  }
}

/** A topic is not below its cluster's ARN but beside it: `arn:…:topic/<cluster>/<uuid>/<topic>`. */
const arnOf = ({ type, name }: MskResource, clusterArn: string): string =>
  type === 'cluster' ? clusterArn : `${Fn.replace(clusterArn, ':cluster/', `:${type}/`)}/${name}`;
