import { restrictedContainers } from '../restricted';
import type { Resources } from './node-pool';
import { isPlaced, type Placed, placed } from './placed';

/** Cruise Control beside the brokers. */
export interface StrimziCruiseControl extends Placed {
  /** Cruise Control's configuration by its own names. Default: Strimzi's. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** The `KafkaRebalance` that is followed when brokers come, and when they go. Default: none; replicas stay where they are. */
  readonly autoRebalance?: Readonly<Partial<Record<'add-brokers' | 'remove-brokers', string>>>;
  /** What the network of each broker can bear. Default: unknown; no goal about it is one of Strimzi's default or hard ones. */
  readonly brokerCapacity?: BrokerCapacity;
  /** Default: none. */
  readonly resources?: Resources;
}

/** In Strimzi's form: `125MB/s`. */
export interface BrokerCapacity {
  /** Default: unknown. */
  readonly inboundNetwork?: string;
  /** Default: unknown. */
  readonly outboundNetwork?: string;
}

/** `spec.cruiseControl`. https://strimzi.io/docs/operators/latest/configuring.html#type-CruiseControlSpec-reference */
export const renderCruiseControl = (props: StrimziCruiseControl) => ({
  brokerCapacity: props.brokerCapacity && { ...props.brokerCapacity },
  config: props.config && { ...props.config },
  autoRebalance: props.autoRebalance && templatesOf(props.autoRebalance),
  resources: props.resources,
  template: {
    pod: isPlaced(props) ? placed(props) : undefined,
    ...restrictedContainers('cruiseControlContainer'),
  },
});

const templatesOf = (autoRebalance: NonNullable<StrimziCruiseControl['autoRebalance']>) =>
  (['add-brokers', 'remove-brokers'] as const).flatMap((mode) => {
    const name = autoRebalance[mode];
    return name === undefined ? [] : [{ mode, template: { name } }];
  });
