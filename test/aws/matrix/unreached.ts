/** Fields that no description of the matrix says, by the beginning of their path, and why. */
const reasons: Readonly<Record<string, string>> = {
  promotesFrom: 'needs a second environment and its releases: the committed environments have them',
  profile: 'it changes what is refused, not what is rendered',
  approvals: 'they change what is refused, not what is rendered',
  waivers: 'they change what is refused, not what is rendered',
  state: 'Terraform’s: no resource of AWS has it',
  moves: 'a rename needs what was applied before: test/model/moves and the end-to-end tests have it',
  kubernetes: 'nothing of it reaches AWS',
  delivery: 'Kubernetes’: nothing of it reaches AWS',
  gitops: 'Kubernetes’: nothing of it reaches AWS',
  'secrets.store': 'Secrets Manager is the only store beside MSK',
  'secrets.vault': 'Azure’s',
  bridges: 'no bridge runs beside a cluster of MSK',
  schemaRegistries: 'Glue is the registry beside a cluster of MSK',
  'clusters.*.otherNetworks.*.monitoring': 'nobody scrapes a serverless cluster',
  'replications.*.rpo': 'refused with MSK Replicator, among the refusals',
  'replications.*.tasks': 'refused with MSK Replicator, as rpo',
  'replications.*.instances': 'refused with MSK Replicator, as rpo',
  'connectClusters.*.authentication': 'MSK Connect signs in by IAM alone',
  'connectClusters.*.image': 'refused in MSK Connect, as memory among the refusals',
  'connectClusters.*.build': 'refused in MSK Connect, as memory among the refusals',
  'connectClusters.*.plugins': 'refused in MSK Connect, as memory among the refusals',
  'connectClusters.*.memory': 'refused in MSK Connect, among the refusals',
  'connectClusters.*.cpu': 'refused in MSK Connect, as memory among the refusals',
  'connectClusters.*.rack': 'refused in MSK Connect, as memory among the refusals',
  'connectClusters.*.exactlyOnce': 'refused in MSK Connect, as memory among the refusals',
  'platform.applications.*.scaling': 'by KEDA on Kubernetes',
  'platform.connectors.*.postgres':
    'what a connector is told is a map of texts to AWS: the matrix of Kubernetes says every field',
  'platform.connectors.*.schemaHistory': 'as for postgres',
  'platform.connectors.*.produces': 'as for postgres',
  'platform.connectors.*.consumes.*.deadLetter.backoff': 'as for postgres',
  'platform.connectors.*.state': 'refused in MSK Connect, which knows neither paused nor stopped',
  'platform.plugins': 'whoever puts the object into its bucket has built it',
  'overrides.topics': 'the same fields as in the platform, where the matrix says them, or here',
  'overrides.applications': 'the same fields as in the platform, where the matrix says them, or here',
  'overrides.connectors': 'the same fields as in the platform, where the matrix says them, or here',
};

/** Why a field is not said; none: it must be. */
export const unreached = (path: string): string | undefined =>
  Object.entries(reasons).find(
    ([start]) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`),
  )?.[1];
