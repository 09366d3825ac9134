/** Every option of Cruise Control, tiered storage, quotas and scaling: half of the quotas are of the other type. */
export const balancing = {
  image: 'registry.example.com/kafka:1.2.0-store',
  pools: {
    controller: { roles: ['controller'], nodes: 1 },
    broker: {
      nodes: 3,
      volumes: [
        { id: 0, size: '10GiB' },
        { id: 1, size: '10GiB' },
      ],
    },
  },
  cruiseControl: {
    goals: ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'ReplicaDistributionGoal'],
    hardGoals: ['RackAwareGoal'],
    defaultGoals: ['RackAwareGoal', 'ReplicaDistributionGoal'],
    brokerCapacity: { inboundNetwork: '125MB/s', outboundNetwork: '2TB/s' },
    memory: '2GiB',
    rebalances: {
      full: { goals: ['DiskCapacityGoal'], skipHardGoalCheck: true },
      disks: { rebalanceDisk: true },
      came: { mode: 'add-brokers', brokers: [5, 6] },
      goes: { mode: 'remove-brokers', brokers: [6] },
      'old-disk': { mode: 'remove-disks', volumes: { 3: [0], 4: [0] } },
    },
  },
  tieredStorage: {
    className: 'org.example.RemoteStorage',
    classPath: '/opt/kafka/plugins/remote-storage/*',
    config: { 'storage.bucket': 'old-records' },
  },
  quota: {
    type: 'strimzi',
    produce: '50MB/s',
    consume: '100MB/s',
    minAvailableRatio: 0.1,
    excludedPrincipals: ['User:admin'],
  },
} as const;

export const userQuota = {
  type: 'kafka',
  produce: '5MB/s',
  consume: '10MB/s',
  requestPercentage: 50,
  controllerMutationRate: 2.5,
} as const;

/** Two that are scaled: by a certificate, and by a password in a namespace of its own. */
export const scaled = {
  billing: { owner: 'orders', consumes: { 'orders.created': { deadLetter: {} } }, scaling: {} },
  audit: {
    owner: 'orders',
    consumes: { 'orders.created': {}, 'orders_and.UPPER-case': {} },
    authentication: 'scram-sha-512',
    scaling: { deployment: 'audit-worker', min: 0, max: 2, lagThreshold: 10 },
  },
} as const;
