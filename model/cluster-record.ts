/** What an inventory records of a cluster that the kit makes, in words that hold on every back end. */
export interface ClusterRecord {
  readonly backend: string;
  /** Kafka's version, as `4.3.1`. */
  readonly version: string;
  /** Kafka's features on disk, as `4.3-IV0`. Absent: its vendor decides them. */
  readonly metadataVersion?: string;
  /** The namespace of its objects. Absent: it has none, or was recorded before this was. */
  readonly namespace?: string;
  /** What its vendor changes only by making it anew, empty, by its field: `{ region: 'eu-west-1' }`. Absent: nothing, or nothing was recorded. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** What bears data beside its topics, by its field, and what of it is fixed: `{ 'schemaGroups/orders': 'avro' }`. Absent: nothing. */
  readonly holds?: Readonly<Record<string, string>>;
  /** What takes steps to change, or more than one apply, by its field, as it was last applied: `{ throughput: '300' }`. Absent: nothing, or nothing was recorded. */
  readonly applied?: Readonly<Record<string, string>>;
  /** How many of the units that its vendor sells it in. Absent: it is not sold in units. */
  readonly units?: number;
  /** Nodes of one kind, by name. */
  readonly pools: Readonly<Record<string, PoolRecord>>;
}

export interface PoolRecord {
  /** What its nodes do: `broker`, `controller`. */
  readonly roles: readonly string[];
  readonly nodes: number;
  /** The vendor's size of each, as `kafka.m7g.large`. Absent: its vendor has none. */
  readonly size?: string;
  /** The disks of each node, by id. */
  readonly volumes: Readonly<Record<string, VolumeRecord>>;
}

export interface VolumeRecord {
  /** Bytes. */
  readonly size: number;
  /** Absent: the default one. */
  readonly storageClass?: string;
  /** It is gone with the node's pod. Default: it stays. */
  readonly ephemeral?: true;
}
