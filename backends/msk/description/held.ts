import type { Held } from '../../../model/held-plans';
import { terraformId } from '../../../model/names';

/** What clients, or readers of records, cannot do without beside a cluster; the key of passwords goes with their mechanism, whose plan tells it. */
export function heldBeside(cluster: string, [noun, registry = '', , schema]: readonly string[]): Held | undefined {
  if (noun === 'certificateAuthority')
    return {
      first: 'see that no client signs in by a certificate of it',
      address: `aws_acmpca_certificate_authority.${cluster}`,
    };
  if (noun === 'audit')
    return {
      first:
        'wait until the last of its logs has had its time, or copy them to where they may be kept: Object Lock lets nobody delete them before',
      address: `aws_s3_bucket.${cluster}_audit`,
    };
  if (noun !== 'glue') return undefined;
  return {
    first: 'see that no record in any topic was written by it, and keep its text elsewhere',
    address:
      schema === undefined ? `aws_glue_registry.${registry}` : `aws_glue_schema.${registry}_${terraformId(schema)}`,
  };
}
