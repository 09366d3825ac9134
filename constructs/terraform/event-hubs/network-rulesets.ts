import { Token } from 'cdktf';
import { ipMasks as allowedMasks, isIpMask } from '../../../render/event-hubs/allowed';

/** Who reaches a namespace by its public address: whoever is in neither list is turned away. */
export interface NetworkRulesets {
  /** IPv4 addresses, or ranges in CIDR notation. Default: none. */
  readonly ipMasks?: readonly string[];
  /** Ids of subnets with the service endpoint `Microsoft.EventHub`. Default: none. */
  readonly subnetIds?: readonly string[];
  /** Whether Azure's trusted services reach it by their identities. Default: false. */
  readonly trustedServiceAccessEnabled?: boolean;
}

/** The attribute as azurerm has it. It says once more what the namespace says, and azurerm refuses another answer. */
export const networkRulesetsOf = ({ ipMasks = [], subnetIds = [], ...rules }: NetworkRulesets) => [
  {
    defaultAction: 'Deny',
    publicNetworkAccessEnabled: true,
    trustedServiceAccessEnabled: rules.trustedServiceAccessEnabled ?? false,
    ipRule: ipMasks.map((ipMask) => ({ action: 'Allow', ipMask })),
    virtualNetworkRule: subnetIds.map((subnetId) => ({
      subnetId,
      ignoreMissingVirtualNetworkServiceEndpoint: false,
    })),
  },
];

/** No rule, and nobody turned away. */
export const everybody = [
  {
    defaultAction: 'Allow',
    publicNetworkAccessEnabled: true,
    trustedServiceAccessEnabled: false,
    ipRule: [],
    virtualNetworkRule: [],
  },
];

/** «If there are no IP and virtual network rules, all the traffic flows», whatever the default says. */
export const networkRulesetsProblems = (
  { ipMasks = [], subnetIds = [] }: NetworkRulesets,
  publicNetworkAccessEnabled: boolean,
): string[] => [
  ...(publicNetworkAccessEnabled ? [] : ['network rules on a namespace without public network access']),
  ...(ipMasks.length + subnetIds.length > 0 ? [] : ['network rules without an address or a subnet let everybody in']),
  ...ipMasks.filter((mask) => !Token.isUnresolved(mask) && !isIpMask(mask)).map((mask) => `'${mask}': ${allowedMasks}`),
];
