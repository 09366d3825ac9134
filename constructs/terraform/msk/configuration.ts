import { MskConfiguration as AwsMskConfiguration } from '@cdktf/provider-aws/lib/msk-configuration';
import { Construct } from 'constructs';
import { type ServerProperties, serverPropertiesText } from '../../../render/msk/server-properties';
import { addressed } from '../addressed';

export interface MskConfigurationProps {
  /** Letters, digits and dashes; Kafka's version is appended. */
  readonly name: string;
  /** `3.9.x.kraft`. */
  readonly kafkaVersion: string;
  readonly serverProperties: ServerProperties;
}

/**
 * A configuration of brokers. Its settings change by a new revision; another version of Kafka is another configuration,
 * made before the old one goes, because one that a cluster uses cannot be deleted.
 * https://github.com/terraform-aws-modules/terraform-aws-msk-kafka-cluster/issues/16
 */
export class MskConfiguration extends Construct {
  readonly arn: string;
  readonly revision: number;

  constructor(scope: Construct, id: string, { name, kafkaVersion, serverProperties }: MskConfigurationProps) {
    super(scope, `msk-configuration.${id}`);
    const configuration = new AwsMskConfiguration(this, 'configuration', {
      name: `${name}-${kafkaVersion.replaceAll('.', '-')}`,
      kafkaVersions: [kafkaVersion],
      serverProperties: serverPropertiesText(serverProperties),
      lifecycle: { createBeforeDestroy: true },
    });
    this.arn = addressed(configuration, id).arn;
    this.revision = configuration.latestRevision;
  }
}
