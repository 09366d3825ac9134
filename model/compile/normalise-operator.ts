import { denialOf, hostsOf } from '../denial';
import type { Operator, OperatorInput } from '../operator';
import { Origin } from '../place';
import type { NormaliseContext, Written } from './normalise-context';

/** Decides every default of an operator. */
export function normaliseOperator(
  { name, said, origin }: Written<OperatorInput>,
  { clusters, onlyCluster }: Pick<NormaliseContext, 'clusters' | 'onlyCluster'>,
): Operator {
  const { owner, role, until, reason, hosts, denies = [], namespace } = said;
  const cluster = said.cluster ?? onlyCluster ?? '';
  return {
    name,
    owner,
    role,
    cluster,
    authentication: said.authentication ?? clusters.get(cluster)?.authentication[0] ?? '',
    until,
    reason,
    hosts: hostsOf(hosts),
    denies: denies.map((denial, index) => denialOf(denial, new Origin(origin.at('denies', index)))),
    namespace,
    origin,
  };
}
