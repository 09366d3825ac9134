import { delimiter, join } from 'node:path';
import { compileJava } from '../prove/java';
import type { ClusterFolder } from './cluster-folder';
import { kafkaSources } from './distribution';
import type { Identity } from './identity';
import type { NodeProcess } from './node-process';
import { adminUser } from './server-properties';
import type { LocalClusterSpec } from './spec';
import { tokenListenerOptions } from './token-listener';

/** What starting a node takes. */
export interface Launching {
  readonly spec: LocalClusterSpec;
  readonly cluster: ClusterFolder;
  readonly identity: Identity;
  readonly java: string;
  readonly jars: string;
}

/** Starts a node's process by its `server.properties`, whichever it is. */
export async function launcherOf({ spec, cluster, identity, java, jars }: Launching) {
  const classes = await compileJava([join(kafkaSources, 'KafkaNode.java')], { java, jars, cache: spec.cache });
  return (node: NodeProcess): void =>
    node.start({
      java,
      options: [...(spec.tokens ? tokenListenerOptions(spec.tokens) : []), ...(spec.javaOptions?.(node.id) ?? [])],
      classPath: [classes, join(jars, '*')].join(delimiter),
      main: ['KafkaNode', cluster.node(node.id).properties, identity.clusterId, adminUser, cluster.adminPassword],
    });
}
