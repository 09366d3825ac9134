import { MskconnectWorkerConfiguration } from '@cdktf/provider-aws/lib/mskconnect-worker-configuration';
import { Construct } from 'constructs';
import { propertiesFile } from '../../../render/properties-file';
import { addressed } from '../addressed';
import { contentHash } from '../content-hash';
import { literalText } from '../literal-text';

export interface MskConnectWorkerConfigurationProps {
  /** At most 119 characters: a dash and eight characters that stand for the properties are appended. */
  readonly name: string;
  /** Default: none. */
  readonly description?: string;
  /** Of Kafka Connect's workers, `key.converter` and `value.converter` among them. No Terraform expression: the name follows from them. */
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * What workers of a connector are told. MSK Connect never changes one: other properties are another one, made before the
 * old one goes. https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-workers.html
 */
export class MskConnectWorkerConfiguration extends Construct {
  readonly arn: string;
  readonly revision: number;

  constructor(scope: Construct, id: string, { name, description, properties }: MskConnectWorkerConfigurationProps) {
    super(scope, `msk-connect-worker-configuration.${id}`);
    const propertiesFileContent = propertiesFile(properties);
    const configuration = new MskconnectWorkerConfiguration(this, 'configuration', {
      name: `${name}-${contentHash(propertiesFileContent)}`,
      description,
      propertiesFileContent: literalText(propertiesFileContent),
      lifecycle: { createBeforeDestroy: true },
    });
    this.arn = addressed(configuration, id).arn;
    this.revision = configuration.latestRevision;
  }
}
