import { own } from '../../../model/by-name';
import type { ClusterRecord } from '../../../model/cluster-record';
import type { ClusterPlan, ScaledCluster } from '../../../model/scale';
import { leavable, type Mechanism } from './mechanisms';

/** How clients stop to sign in by something, in an order in which nobody is shut out. */
export function mechanismPlans({ name, record }: ScaledCluster, recorded: ClusterRecord | undefined): ClusterPlan[] {
  // Of a cluster that exists nothing is recorded: whoever made it decides by what one signs in there.
  if (!record) return [];
  const [had, now] = [recorded, record].map((one) => own(one?.applied, 'authentication')?.split(', ') ?? []);
  return leavable
    .filter((mechanism) => had?.includes(mechanism) && !now?.includes(mechanism))
    .map((mechanism) => ({
      kind: 'access',
      field: ['authentication'],
      change: `nobody signs in by ${mechanism} any more`,
      steps: stepsOf(mechanism),
      warns: [`whoever still signs in by ${mechanism} is shut out with the apply of the cluster, the first of all`],
      ...(mechanism === 'scram-sha-512' ? { leaves: [`aws_kms_key.${name}_secrets`] } : {}),
    }));
}

const stepsOf = (mechanism: Exclude<Mechanism, 'iam'>): string[] => [
  `with ${mechanism} still in the list: give everybody who uses it another 'authentication', as the plan of each application says (KFK-I024), apply and record (KFK-K374 asks for it)`,
  ...(mechanism === 'mtls'
    ? [
        'look whether anybody still comes: ClientConnectionCount by Client Authentication',
        'leave mtls and certificateAuthority out, with a waiver of KFK-I023 where the authority was made here, and apply: port 9094 closes to clients, and the authority is deleted',
      ]
    : [
        'look whether anybody is left: aws kafka list-scram-secrets --cluster-arn <arn> lists no secret, and ClientConnectionCount by Client Authentication no connection',
        "leave scram-sha-512 out, with a waiver of KFK-I023, and apply: port 9096 closes, and the secrets' key waits 30 days for its deletion (aws kms cancel-key-deletion --key-id <key> takes it back)",
      ]),
];
