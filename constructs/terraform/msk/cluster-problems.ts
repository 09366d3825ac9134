import { Token } from 'cdktf';
import {
  brokersProblem,
  diskProblem,
  growthProblem,
  isExpressInstance,
  subnetsProblem,
} from '../../../render/msk/cluster-bounds';
import { throughputProblem } from '../../../render/msk/provisioned-throughput';

/** What a disk of a standard broker is where nobody says it: GiB, and the percent at which it grows. */
export const standardDisk = { volumeSize: 100, volumeUtilizationTarget: 60 } as const;

/** What of a cluster's props it is told by. */
interface Judged {
  readonly clientSubnets: readonly string[];
  readonly numberOfBrokerNodes: number;
  readonly instanceType: string;
  readonly volumeSize?: number;
  readonly volumeThroughput?: number;
  readonly maxVolumeSize?: number;
  readonly volumeUtilizationTarget?: number;
  readonly storageMode?: string;
  readonly rebalancing?: string;
}

/** What MSK would refuse, as far as it is known before Terraform is asked. */
export function clusterProblems(props: Judged): string[] {
  const { clientSubnets, numberOfBrokerNodes, instanceType } = props;
  const subnets = Token.isUnresolved(clientSubnets)
    ? []
    : [
        subnetsProblem(clientSubnets, { express: isExpressInstance(instanceType) }),
        brokersProblem(numberOfBrokerNodes, clientSubnets),
      ];
  const ofKind = isExpressInstance(instanceType) ? expressProblems(props) : standardProblems(props);
  return [...subnets, ...ofKind].flatMap((problem) => problem ?? []);
}

const standardProblems = ({
  instanceType,
  volumeSize = standardDisk.volumeSize,
  volumeThroughput,
  maxVolumeSize,
  volumeUtilizationTarget: targetUtilization = standardDisk.volumeUtilizationTarget,
  rebalancing,
}: Judged) => [
  diskProblem(volumeSize),
  volumeThroughput === undefined ? undefined : throughputProblem({ instanceType, volumeThroughput, volumeSize }),
  maxVolumeSize === undefined ? undefined : growthProblem({ volumeSize, maxVolumeSize, targetUtilization }),
  rebalancing === undefined ? undefined : 'rebalancing is for express brokers',
];

const standardOnly = ['volumeSize', 'volumeThroughput', 'maxVolumeSize', 'storageMode'] as const;

const expressProblems = (props: Judged) =>
  standardOnly.map((prop) => (props[prop] === undefined ? undefined : `${prop} is for standard brokers`));
