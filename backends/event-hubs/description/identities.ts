import { z } from 'zod';

/** A user-assigned managed identity that exists, in the subscription that is deployed to. */
export interface ExistingIdentityInput {
  /** Its name, not its id. */
  readonly name: string;
  /** Default: the namespace's. */
  readonly resourceGroup?: string;
}

/** A group of Entra ID that exists, whose members have the very same grants: each role is assigned once, to the group. */
export interface EntraGroupInput {
  /** Its object id. */
  readonly id: string;
  /** Applications. Somebody who may puts their identities into the group; what one gets by that may take a day to hold. */
  readonly members: readonly string[];
}

/** The managed identities that applications are. Each application's is made unless it is named here. */
export interface IdentitiesInput {
  /** The OpenID Connect issuer of the Kubernetes cluster that applications run on: there the service account `<application>` becomes the identity that is made for it. Default: somebody else federates them. */
  readonly issuer?: string;
  /** The namespace of those service accounts; an application that names its own is there. Default: the environment's `applicationNamespace`, or `default`. */
  readonly namespace?: string;
  /** Identities that exist, by application; whoever made one federates it. Default: none does. */
  readonly existing?: Readonly<Record<string, ExistingIdentityInput>>;
  /** Groups by a name of your own, where role assignments become scarce: a subscription has 4,000. Default: each application has its own. */
  readonly groups?: Readonly<Record<string, EntraGroupInput>>;
}

export const existingIdentityShape = z.strictObject({
  name: z.string(),
  resourceGroup: z.string().optional(),
}) satisfies z.ZodType<ExistingIdentityInput>;

export const entraGroupShape = z.strictObject({
  id: z.string(),
  members: z.array(z.string()),
}) satisfies z.ZodType<EntraGroupInput>;

export const identitiesShape = z.strictObject({
  issuer: z.string().optional(),
  namespace: z.string().optional(),
  existing: z.record(z.string(), existingIdentityShape).optional(),
  groups: z.record(z.string(), entraGroupShape).optional(),
}) satisfies z.ZodType<IdentitiesInput>;

/** The group by which an application is granted its topics. */
export const groupOf = (identities: IdentitiesInput, application: string): string | undefined =>
  byMember(identities).get(application);

const known = new WeakMap<IdentitiesInput, ReadonlyMap<string, string>>();

/** Once for a cluster, whose applications are asked for one by one: thousands of each would be millions of looks. */
function byMember(identities: IdentitiesInput): ReadonlyMap<string, string> {
  const found =
    known.get(identities) ??
    new Map(
      Object.entries(identities.groups ?? {}).flatMap(([name, { members }]) =>
        members.map((member) => [member, name] as const),
      ),
    );
  known.set(identities, found);
  return found;
}
