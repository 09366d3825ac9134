import { own } from '../../../model/by-name';
import type { ClusterRecord } from '../../../model/cluster-record';
import type { ClusterPlan, ScaledCluster } from '../../../model/scale';
import { mskSettings } from './settings';

/** Options that take more than one apply to turn off. */
export const turnedOffPlans = (cluster: ScaledCluster, recorded: ClusterRecord): ClusterPlan[] => [
  ...autoscalingPlans(cluster, recorded),
  ...multiVpcPlans(cluster, recorded),
];

/** Whether disks grew by themselves and no longer do. */
export const stopsGrowing = (cluster: ScaledCluster, { applied }: ClusterRecord): boolean =>
  own(applied, 'storageAutoscaling') !== undefined && mskSettings(cluster).storageAutoscaling === undefined;

/** Terraform left the size of disks alone as long as they grew by themselves, and from now on asks for what is described. */
function autoscalingPlans(cluster: ScaledCluster, recorded: ClusterRecord): ClusterPlan[] {
  if (mskSettings(cluster).kind !== 'standard' || !stopsGrowing(cluster, recorded)) return [];
  const [born, now] = [recorded, cluster.record].map((one) => own(own(one?.pools, 'broker')?.volumes, '0')?.size);
  return [
    {
      kind: 'setting',
      pool: 'broker',
      field: ['storageAutoscaling'],
      change: 'disks that no longer grow by themselves',
      // Who raised it in the same edit has looked how large they became.
      ...(born === now ? { prepared: true } : {}),
      steps: [
        "read how large the disks became: aws kafka describe-cluster-v2 --cluster-arn <arn> --query 'ClusterInfo.Provisioned.BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.VolumeSize'",
        'write exactly that as storage, in the edit that leaves storageAutoscaling out: Terraform asks MSK for what is described, and MSK shrinks no disk',
        'apply: the policy and the target of Application Auto Scaling go',
      ],
      warns: ['from then on somebody has to see KafkaDataLogsDiskUsed, and write a larger storage in time'],
    },
  ];
}

/** Terraform's provider leaves what vanishes of `connectivity_info` as it was: it is optional and computed. */
function multiVpcPlans(cluster: ScaledCluster, { applied }: ClusterRecord): ClusterPlan[] {
  const on = own(applied, 'multiVpc') ?? '';
  const { kind, multiVpc } = mskSettings(cluster);
  if (on === '' || multiVpc || kind === 'serverless') return [];
  return [
    {
      kind: 'setting',
      field: ['multiVpc'],
      change: `connections of other VPCs (${on}) that nobody describes`,
      impossible: 'they would stay open and be believed closed: the provider leaves alone what is left out',
      steps: [
        'ask whoever connects to delete his connection (aws kafka list-client-vpc-connections tells which there are)',
        'write multiVpc: { authentication: [] }, apply, and commit the inventory: every listener is closed to other VPCs',
        'then leave multiVpc out',
      ],
    },
  ];
}
