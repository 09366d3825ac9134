import { AppautoscalingPolicy } from '@cdktf/provider-aws/lib/appautoscaling-policy';
import { AppautoscalingTarget } from '@cdktf/provider-aws/lib/appautoscaling-target';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface MskStorageAutoscalingProps {
  readonly clusterArn: string;
  /** Of the policy. */
  readonly name: string;
  /** GiB that each disk grows to. */
  readonly maxVolumeSize: number;
  /** How full the fullest disk is, in percent, when all grow: 10 to 80. */
  readonly targetUtilization: number;
}

/** Lets disks of standard brokers grow; MSK shrinks none. https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html */
export class MskStorageAutoscaling extends Construct {
  constructor(scope: Construct, id: string, props: MskStorageAutoscalingProps) {
    super(scope, `msk-storage-autoscaling.${id}`);
    const target = new AppautoscalingTarget(this, 'target', {
      serviceNamespace: 'kafka',
      scalableDimension: 'kafka:broker-storage:VolumeSize',
      resourceId: props.clusterArn,
      // MSK takes no other: https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand-setup-cli.html
      minCapacity: 1,
      maxCapacity: props.maxVolumeSize,
    });
    addressed(target, id);
    const policy = new AppautoscalingPolicy(this, 'policy', {
      name: props.name,
      policyType: 'TargetTrackingScaling',
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: 'KafkaBrokerStorageUtilization' },
        targetValue: props.targetUtilization,
        disableScaleIn: true,
      },
    });
    addressed(policy, id);
  }
}
