import type { Application, ApplicationInput, Quota } from '../application';
import { denialOf, hostsOf } from '../denial';
import { oAuthClientOf } from '../oauth';
import { Origin } from '../place';
import type { NormaliseContext, Written } from './normalise-context';
import type { Quantities } from './quantities';

/** Decides every default of an application. */
export function normaliseApplication(
  { name, said, origin }: Written<ApplicationInput>,
  { clusters, onlyCluster, quantities }: NormaliseContext,
): Application {
  const cluster = said.cluster ?? onlyCluster ?? '';
  const authentication = said.authentication ?? clusters.get(cluster)?.authentication[0] ?? '';
  return {
    name,
    owner: said.owner,
    description: said.description,
    cluster,
    transactional: said.transactional ?? false,
    streams: said.streams && {
      applicationId: said.streams.applicationId ?? name,
      exactlyOnce: said.streams.processingGuarantee !== 'at_least_once',
    },
    instances: said.instances ?? 1,
    quota: said.quota && quotaOf(said.quota, origin, quantities),
    namespace: said.namespace,
    scaling: said.scaling && {
      deployment: said.scaling.deployment ?? name,
      min: said.scaling.min ?? 1,
      max: said.scaling.max,
      lagThreshold: said.scaling.lagThreshold ?? 100,
    },
    hosts: hostsOf(said.hosts),
    denies: said.denies?.map((denial, index) => denialOf(denial, new Origin(origin.at('denies', index)))),
    authentication,
    keystores: said.keystores,
    oauth: authentication === 'oauth' ? oAuthClientOf(name, said.oauth, clusters.get(cluster)?.tokens) : undefined,
    origin,
  };
}

/** A quota that bounds nothing is none: an override empties it by `{}`. */
function quotaOf(
  said: NonNullable<ApplicationInput['quota']>,
  origin: Origin,
  quantities: Quantities,
): Quota | undefined {
  const quota = {
    producer_byte_rate: quantities.rate(said.produce, origin, 'quota', 'produce'),
    consumer_byte_rate: quantities.rate(said.consume, origin, 'quota', 'consume'),
    request_percentage: said.requestPercentage,
  };
  const bounds = Object.entries(quota).filter(([, value]) => value !== undefined);
  return bounds.length === 0 ? undefined : Object.fromEntries(bounds);
}
