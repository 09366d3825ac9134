/** Fields that no description of the matrix says, by the beginning of their path, and why. */
const reasons: Readonly<Record<string, string>> = {
  promotesFrom: 'needs a second environment and its releases: the committed environments have them',
  kubernetes: 'nothing of it reaches Azure',
  delivery: 'Kubernetes’: nothing of it reaches Azure',
  gitops: 'Kubernetes’: nothing of it reaches Azure',
  replications: 'the vendor replicates a namespace; MirrorMaker runs on Kubernetes, where its matrix says it',
  connectClusters: 'no worker runs beside a namespace',
  bridges: 'no bridge runs beside a namespace',
  schemaRegistries: 'a namespace has its own: schemaGroups',
  'platform.connectors': 'no worker runs beside a namespace',
  'platform.plugins': 'no worker runs beside a namespace',
  'overrides.connectors': 'no worker runs beside a namespace',
  'platform.applications.*.scaling': 'by KEDA on Kubernetes',
  'overrides.applications.*.scaling': 'by KEDA on Kubernetes',
  'platform.applications.*.quota.requestPercentage': 'refused on Event Hubs, among the refusals',
  'overrides.applications.*.quota': 'as in the platform, where the matrix says it',
  'overrides.applications.*.transactional': 'as in the platform, where the matrix says it',
  'overrides.applications.*.authentication': 'as in the platform, where the matrix says it',
  operators: 'refused on Event Hubs, as the contract suite has it',
  'platform.applications.*.hosts': 'refused on Event Hubs, as the contract suite has it',
  'platform.applications.*.denies': 'refused on Event Hubs, as the contract suite has it',
  'overrides.applications.*.hosts': 'as in the platform',
  'overrides.applications.*.denies': 'as in the platform',
  'overrides.topics.*.retentionSize': 'refused on Event Hubs, as in the platform',
  'platform.topics.*.retentionSize': 'refused on Event Hubs, among the refusals',
  'platform.topics.*.cluster': 'there is one cluster',
  'platform.applications.*.cluster': 'there is one cluster',
  'overrides.topics.*.cluster': 'there is one cluster',
  'overrides.applications.*.cluster': 'there is one cluster',
  approvals: 'they change what is refused, not what is rendered',
  waivers: 'they change what is refused, not what is rendered',
  residency: 'it changes what is refused, not what is rendered',
  'platform.topics.*.readers': 'they change what is refused, not what is rendered',
  'overrides.topics.*.readers': 'as in the platform',
  'platform.topics.*.erasure': 'it changes what is refused, not what is rendered',
  'overrides.topics.*.erasure': 'as in the platform',
};

/** Why a field is not said; none: it must be. */
export const unreached = (path: string): string | undefined =>
  Object.entries(reasons).find(
    ([start]) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`),
  )?.[1];
