import { DataAwsMskBrokerNodes } from '@cdktf/provider-aws/lib/data-aws-msk-broker-nodes';
import { ref, Token } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { ports } from './listeners';

export interface MskBrokerAddressesProps {
  /** Of a provisioned cluster: AWS lists no brokers of a serverless one. */
  readonly clusterArn: string;
}

/** What clients speak to. */
export type ClientListener = 'iam' | 'scram' | 'tls' | 'public-iam' | 'public-scram' | 'public-tls';

/**
 * Where clients begin: of each availability zone the broker with the lowest id, as AWS' best practices ask for. The
 * cluster's own `bootstrap_brokers_*` are three that AWS chooses anew with each request, so that whatever is made of them
 * differs from plan to plan. https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-bootstrap-brokers.html,
 * https://github.com/hashicorp/terraform-provider-aws/issues/35696
 */
export class MskBrokerAddresses extends Construct {
  private readonly nodes: string;

  constructor(scope: Construct, id: string, { clusterArn }: MskBrokerAddressesProps) {
    super(scope, `msk-broker-addresses.${id}`);
    addressed(new DataAwsMskBrokerNodes(this, 'nodes', { clusterArn }), id);
    this.nodes = `data.${DataAwsMskBrokerNodes.tfResourceType}.${id}.node_info_list`;
  }

  /** `host:port`s of a listener, separated by commas. */
  at(listener: ClientListener): string {
    const { nodes } = this;
    // The provider sorts them by id, and `distinct` keeps what comes first.
    const first = `[for node in ${nodes} : sort(node.endpoints)[0] if node.client_subnet == subnet][0]`;
    const address = `format("%s:${ports[listener]}", ${hostOf(listener, first)})`;
    return Token.asString(ref(`join(",", [for subnet in distinct(${nodes}[*].client_subnet) : ${address}])`));
  }
}

/** `b-1-public.…` beside `b-1.…`: https://docs.aws.amazon.com/msk/latest/developerguide/get-bootstrap-cli.html, read 2026-11-21 */
const hostOf = (listener: ClientListener, host: string): string =>
  listener.startsWith('public-') ? `replace(${host}, "/^([^.]+)/", "$1-public")` : host;
