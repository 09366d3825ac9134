import { byServiceAccount } from '../../../model/application-identity';
import { own } from '../../../model/by-name';
import type { ClusterFacts } from '../../../model/cluster';
import { serviceAccountNamespace } from '../../../model/service-account';
import { groupOf, type IdentitiesInput } from './identities';

/** Whoever is its identity, or is with it in the group that has its roles, may do what the application may. */
export const applicationIdentity =
  (identities: IdentitiesInput): NonNullable<ClusterFacts['identityOf']> =>
  ({ name, namespace }, environment) => {
    const group = groupOf(identities, name);
    const members = group === undefined ? [] : [`members of the group ${identities.groups?.[group]?.id}`];
    const existing = own(identities.existing, name);
    if (existing) return { who: [`the identity '${existing.name}'`, ...members], existing: existing.name };
    if (identities.issuer === undefined) return members.length > 0 ? { who: members } : undefined;
    const account = { namespace: serviceAccountNamespace({ namespace }, identities.namespace, environment), name };
    const { who, ...by } = byServiceAccount(account, [{ name: identities.issuer }]);
    return { who: [...who, ...members], ...by };
  };
