import { join } from 'node:path';

/** The places below a cluster's folder. */
export function clusterFolder(root: string) {
  const certificates = join(root, 'certificates');
  const admin = join(root, 'admin');
  return {
    root,
    lock: join(root, 'lock'),
    /** Cluster id, number of nodes, Kafka's version: fixed as long as there is data. */
    identity: join(root, 'cluster.json'),
    ports: join(root, 'ports.json'),
    /** There for a cluster that containers run. */
    compose: join(root, 'compose.yaml'),
    caFile: join(certificates, 'ca.pem'),
    caKeyFile: join(certificates, 'ca-key.pem'),
    /** The key of an authority that is trusted already and does not sign yet. */
    nextCaKeyFile: join(certificates, 'next-ca-key.pem'),
    /** The brokers' key and certificate in one file, as Kafka wants it. */
    brokerKeystore: join(certificates, 'broker.pem'),
    admin,
    adminPassword: join(admin, 'password'),
    adminClient: join(admin, 'client.properties'),
    node: (id: number) => {
      const node = join(root, 'nodes', String(id));
      return {
        root: node,
        properties: join(node, 'server.properties'),
        data: join(node, 'data'),
        /** Kafka writes it when every log is closed, and removes it when it opens them. */
        closed: join(node, 'data', '.kafka_cleanshutdown'),
        logs: join(node, 'logs'),
        /** Kafka's own log. */
        serverLog: join(node, 'logs', 'server.log'),
        /** What the JVM printed since its last start. */
        output: join(node, 'logs', 'output.log'),
        temporary: join(node, 'tmp'),
        process: join(node, 'process.json'),
      };
    },
  };
}

export type ClusterFolder = ReturnType<typeof clusterFolder>;
