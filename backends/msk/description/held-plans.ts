import { entriesOf, own } from '../../../model/by-name';
import type { ClusterRecord } from '../../../model/cluster-record';
import { terraformId } from '../../../model/names';
import type { ClusterPlan, ScaledCluster } from '../../../model/scale';

/** What records, or clients, cannot do without and is described no longer, which KFK-I023 asks to be waived; the key of passwords goes with their mechanism. */
export const heldPlans = ({ name, record }: ScaledCluster, { holds = {} }: ClusterRecord): ClusterPlan[] =>
  entriesOf(holds)
    .filter(([field]) => own(record?.holds, field) === undefined && !field.startsWith('authentication/'))
    .map(([field, had]) => ({
      kind: 'setting',
      field: field.split('/'),
      change: `${had} is described no longer`,
      steps: [
        field === 'certificateAuthority'
          ? 'see that no client signs in by a certificate of it'
          : 'see that no record in any topic was written by it, and keep its text elsewhere',
        'apply with an approval of KFK-D001',
      ],
      leaves: [addressOf(name, field)],
    }));

function addressOf(cluster: string, field: string): string {
  const [noun, registry = '', , schema] = field.split('/');
  if (noun === 'certificateAuthority') return `aws_acmpca_certificate_authority.${cluster}`;
  return schema === undefined ? `aws_glue_registry.${registry}` : `aws_glue_schema.${registry}_${terraformId(schema)}`;
}
