/** Changes of the small description that cases of several nouns make. */
export const topic = 'platform.topics[orders.created]';
export const shop = 'platform.applications.shop';
export const consumes = 'platform.applications.billing.consumes[orders.created]';
export const extra = (name: string) => ({
  [`platform.topics[${name}]`]: { owner: 'orders' },
  [`${shop}.produces[${name}]`]: {},
});
export const removal = (until: string, data = 'keep') => ({
  'platform.topics[orders.gone]': { owner: 'orders', removed: { reason: 'nobody reads it', until, data } },
});
const streams = {
  owner: 'orders',
  consumes: { 'orders.created': {} },
  produces: { 'orders.counted': {} },
  streams: {},
};
export const counting = {
  'platform.topics[orders.counted]': { owner: 'orders' },
  'platform.applications.counter': streams,
};
export const two = { 'clusters.other': { backend: 'kafka' } };
export const placed = {
  [`${topic}.cluster`]: 'main',
  [`${shop}.cluster`]: 'main',
  'platform.applications.billing.cluster': 'main',
};
export const production = { profile: 'production' };
