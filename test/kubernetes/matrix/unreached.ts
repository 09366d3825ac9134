/** Fields that no description of the matrix says, by the beginning of their path, and why. */
const reasons: Readonly<Record<string, string>> = {
  promotesFrom: 'needs a second environment and its releases: the committed environments have them',
  state: 'Terraform’s: nothing of it reaches Kubernetes',
  tags: 'of what a cloud bills: refused where there is no cloud',
  moves: 'of addresses in Terraform’s state: refused where nothing has one',
  'replications.*.by': 'the one that Strimzi knows is the default',
  'connectClusters.*.pluginObjects': 'Amazon MSK Connect’s, and refused here',
  'connectClusters.*.capacityUnits': 'Amazon MSK Connect’s, and refused here',
  'connectClusters.*.securityGroups': 'Amazon MSK Connect’s, and refused here',
  accepts: 'Strimzi has no preview',
  approvals: 'they change what is refused, not what is rendered',
  waivers: 'they change what is refused, not what is rendered',
  residency: 'it changes what is refused, not what is rendered',
  'platform.topics.*.readers': 'they change what is refused, not what is rendered',
  'overrides.topics.*.readers': 'as in the platform',
  'platform.topics.*.erasure': 'it changes what is refused, not what is rendered',
  'overrides.topics.*.erasure': 'as in the platform',
  'clusters.*.region': 'where Kubernetes is: it changes what is refused, not what is rendered',
  audit: 'it changes what is refused, and the evidence, not what is rendered',
  'bridges.*.consumes.*.deadLetter': 'who reads through a bridge is not known, so nobody would write dead letters',
  'operators.*.authentication': 'as of applications, which say it',
  'overrides.applications.*.hosts': 'as in the platform, where the matrix says it',
  'overrides.applications.*.denies': 'as in the platform, where the matrix says it',
  'overrides.applications.*.oauth': 'as in the platform, where the matrix says it',
  'overrides.topics.*.cluster': 'said in the platform, where half of the matrix says it: overrides are the same field',
  'overrides.applications.*.cluster': 'as for topics',
  'overrides.applications.*.authentication': 'as for topics',
  'overrides.applications.*.owner': 'overrides of topics say it',
  'overrides.connectors.*.owner': 'overrides of topics say it',
};

/** Why a field is not said; none: it must be. */
export const unreached = (path: string): string | undefined =>
  Object.entries(reasons).find(
    ([start]) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`),
  )?.[1];
