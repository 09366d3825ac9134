import { restrictedContainers } from '../restricted';
import type { Resources } from './node-pool';

/** Cruise Control beside the brokers. */
export interface StrimziCruiseControl {
  /** Cruise Control's configuration by its own names. Default: Strimzi's. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** The `KafkaRebalance` that is followed when brokers come, and when they go. Default: none; replicas stay where they are. */
  readonly autoRebalance?: Readonly<Partial<Record<'add-brokers' | 'remove-brokers', string>>>;
  /** The PriorityClass of its pod. Default: the Kubernetes cluster's default. */
  readonly priorityClass?: string;
  /** Default: none. */
  readonly resources?: Resources;
}

/** `spec.cruiseControl`. https://strimzi.io/docs/operators/latest/configuring.html#type-CruiseControlSpec-reference */
export const renderCruiseControl = ({ config, autoRebalance, priorityClass, resources }: StrimziCruiseControl) => ({
  config: config && { ...config },
  autoRebalance: autoRebalance && templatesOf(autoRebalance),
  resources,
  template: {
    pod: priorityClass === undefined ? undefined : { priorityClassName: priorityClass },
    ...restrictedContainers('cruiseControlContainer'),
  },
});

const templatesOf = (autoRebalance: NonNullable<StrimziCruiseControl['autoRebalance']>) =>
  (['add-brokers', 'remove-brokers'] as const).flatMap((mode) => {
    const name = autoRebalance[mode];
    return name === undefined ? [] : [{ mode, template: { name } }];
  });
