import { MskconnectCustomPlugin } from '@cdktf/provider-aws/lib/mskconnect-custom-plugin';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { contentHash } from '../content-hash';

export interface MskConnectCustomPluginProps {
  /** At most 119 characters: a dash and eight characters that stand for what it is made of are appended. */
  readonly name: string;
  /** Default: none. */
  readonly description?: string;
  /** The bucket that holds the file: `arn:aws:s3:::plugins`. No Terraform expression: the name follows from it. */
  readonly bucketArn: string;
  /** The file's key, which ends in `.zip` or `.jar`. */
  readonly fileKey: string;
  /** The file's version. Default: whichever is there when the plugin is made; a later one changes nothing. */
  readonly objectVersion?: string;
}

/**
 * Files that connectors run. MSK Connect copies them once and changes a plugin never: another file is another plugin, made
 * before the old one goes, because one that a connector uses cannot be deleted.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-plugins.html
 */
export class MskConnectCustomPlugin extends Construct {
  readonly arn: string;
  readonly revision: number;

  constructor(scope: Construct, id: string, props: MskConnectCustomPluginProps) {
    super(scope, `msk-connect-custom-plugin.${id}`);
    const { name, description, bucketArn, fileKey, objectVersion } = props;
    const plugin = new MskconnectCustomPlugin(this, 'plugin', {
      name: `${name}-${contentHash({ bucketArn, fileKey, objectVersion })}`,
      description,
      contentType: fileKey.toLowerCase().endsWith('.jar') ? 'JAR' : 'ZIP',
      location: { s3: { bucketArn, fileKey, objectVersion } },
      lifecycle: { createBeforeDestroy: true },
    });
    this.arn = addressed(plugin, id).arn;
    this.revision = plugin.latestRevision;
  }
}
