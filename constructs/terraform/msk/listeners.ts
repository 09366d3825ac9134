/** Ports of an MSK cluster. https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html, read 2026-11-21 */
export const ports = {
  iam: 9098,
  scram: 9096,
  tls: 9094,
  'public-iam': 9198,
  'public-scram': 9196,
  'public-tls': 9194,
  'jmx-exporter': 11001,
  'node-exporter': 11002,
} as const;

export type Listener = keyof typeof ports;

/** Who may reach which port. */
export interface Access {
  readonly listener: Listener;
  readonly port: number;
  /** The name that its caller has in the rule's address. */
  readonly name: string;
  /** Where the caller is: a security group, or a block of addresses. */
  readonly from: { readonly securityGroupId: string } | { readonly cidrIpv4: string };
}

export interface ListenerProps {
  /** Whether the IAM listener is on. */
  readonly iam: boolean;
  /** Whether the SCRAM listener is on. */
  readonly scram: boolean;
  /** Whether the listener for client certificates is on. */
  readonly tls: boolean;
  /** Security groups of Kafka clients, by a name of their own. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Security groups of whatever scrapes metrics, by a name of their own. */
  readonly monitoringSecurityGroupIds: Readonly<Record<string, string>>;
  /** IPv4 blocks of the internet that reach the public listeners. */
  readonly publicCidrBlocks: readonly string[];
}

/** Exactly the ports that listen, to exactly those who use them. */
export function accessTo(props: ListenerProps): Access[] {
  const clients = (['iam', 'scram', 'tls'] as const).filter((listener) => props[listener]);
  return [
    ...clients.flatMap((listener) => from(listener, props.clientSecurityGroupIds)),
    ...clients.flatMap((listener) => fromInternet(`public-${listener}`, props.publicCidrBlocks)),
    ...from('jmx-exporter', props.monitoringSecurityGroupIds),
    ...from('node-exporter', props.monitoringSecurityGroupIds),
  ];
}

const from = (listener: Listener, groups: Readonly<Record<string, string>>): Access[] =>
  Object.entries(groups).map(([name, securityGroupId]) => ({
    listener,
    port: ports[listener],
    name,
    from: { securityGroupId },
  }));

/** A block is named after itself: `198-51-100-0-24`. */
const fromInternet = (listener: Listener, blocks: readonly string[]): Access[] =>
  blocks.map((cidrIpv4) => ({
    listener,
    port: ports[listener],
    name: cidrIpv4.replace(/[./]/g, '-'),
    from: { cidrIpv4 },
  }));
