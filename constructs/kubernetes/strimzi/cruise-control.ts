/** Cruise Control beside the brokers. */
export interface StrimziCruiseControl {
  /** Cruise Control's configuration by its own names. Default: Strimzi's. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** The PriorityClass of its pod. Default: the Kubernetes cluster's default. */
  readonly priorityClass?: string;
}

/** `spec.cruiseControl`. https://strimzi.io/docs/operators/latest/configuring.html#type-CruiseControlSpec-reference */
export const renderCruiseControl = ({ config, priorityClass }: StrimziCruiseControl) => ({
  config: config && { ...config },
  template: priorityClass === undefined ? undefined : { pod: { priorityClassName: priorityClass } },
});
