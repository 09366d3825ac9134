/** Every option of node pools and of what all nodes have alike. */
export const pooled = {
  metadataVersion: '4.2-IV1',
  rack: 'topology.kubernetes.io/zone',
  heap: '1GiB',
  jvmOptions: { UseG1GC: 'true', MaxGCPauseMillis: '20' },
  config: { 'num.partitions': 6, 'log.cleaner.threads': '2', 'controlled.shutdown.enable': true },
  startsWithin: '90s',
  priorityClass: 'platform-critical',
  tolerations: [{ key: 'dedicated' }, { key: 'for', value: 'kafka', effect: 'NoExecute' }],
  operatorMemory: '1GiB',
  drainCleaner: 'legacy',
} as const;

export const pools = {
  fast: {
    nodes: 2,
    volumes: [
      { id: 0, size: '1.5TiB', storageClass: 'nvme' },
      { id: 3, size: '500GB', metadata: true },
    ],
    storageClass: 'fast',
    memory: '16GiB',
    cpu: 2.5,
    heap: '5.5GiB',
    zones: ['eu-west-1a', 'eu-west-1b'],
    nodeIds: '[100-149,160]',
  },
  scratch: { roles: ['controller', 'broker'], nodes: 2, storage: '5GiB', ephemeral: true },
} as const;
