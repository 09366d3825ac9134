import { EventhubNamespaceDisasterRecoveryConfig } from '@cdktf/provider-azurerm/lib/eventhub-namespace-disaster-recovery-config';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { isNamespaceName, namespaceNames } from '../../../render/event-hubs/allowed';
import { addressed } from '../addressed';

/** A namespace of another region that takes over when somebody says so, without records. */
export interface DisasterRecoveryPairing {
  /** Clients reach whichever is active by `ALIAS.servicebus.windows.net:9093`. */
  readonly alias: string;
  /** The id of the other namespace, which is empty, and has private endpoints where this one has. */
  readonly partnerNamespaceId: string;
}

export interface EventHubsDisasterRecoveryProps extends DisasterRecoveryPairing {
  readonly namespaceName: string;
  readonly resourceGroupName: string;
  /** What the pairing comes after. Default: nothing. */
  readonly dependsOn?: ITerraformDependable[];
  /** Refuses any plan that breaks the pairing, and deletes the alias that clients use; another partner it lets by. Default: true. */
  readonly preventDestroy?: boolean;
}

/**
 * Geo-disaster recovery: hubs, consumer groups and settings in a second namespace. Neither records nor roles are
 * copied. https://learn.microsoft.com/azure/event-hubs/event-hubs-geo-dr
 */
export class EventHubsDisasterRecovery extends Construct {
  /** What comes after it. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: EventHubsDisasterRecoveryProps) {
    super(scope, `event-hubs-disaster-recovery.${id}`);
    const { alias: name, partnerNamespaceId, namespaceName, resourceGroupName, dependsOn } = props;
    const { preventDestroy = true } = props;
    this.node.addValidation({
      validate: () =>
        Token.isUnresolved(name) || isNamespaceName(name) ? [] : [`the alias '${name}': ${namespaceNames}`],
    });
    const config = new EventhubNamespaceDisasterRecoveryConfig(this, 'config', {
      name,
      namespaceName,
      resourceGroupName,
      partnerNamespaceId,
      dependsOn,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    this.resource = addressed(config, id);
  }
}
