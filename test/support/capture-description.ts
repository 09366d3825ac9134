import type { Description } from './describe';

/** What the drill tries both ways of. */
export interface Variant {
  readonly exactlyOnce: boolean;
  /** Somebody else made the publication, and the connector's user may only read. Absent: it owns the table, and makes one. */
  readonly publication?: string;
}

/** A database that Debezium captures, and a file to which its changes are written. */
export const captureDescription = (postgresPort: number, archive: string, { exactlyOnce, publication }: Variant) =>
  ({
    name: 'capture',
    disposable: true,
    clusters: { main: { backend: 'kafka', local: true, brokers: 1 } },
    connectClusters: {
      pipeline: {
        owner: 'orders',
        instances: 1,
        exactlyOnce,
        image: 'registry.example.com/connect:1',
        plugins: ['debezium', 'files'],
        config: { 'offset.flush.interval.ms': 1_000, 'plugin.discovery': 'service_load' },
      },
    },
    platform: {
      owners: { orders: { contact: 'orders@example.com' } },
      plugins: {
        debezium: {
          artifacts: [
            {
              group: 'io.debezium',
              artifact: 'debezium-connector-postgres',
              version: '3.7.0.Final',
              classifier: 'plugin',
              type: 'tar.gz',
              sha512:
                'dc5334e087c7405f5b423e77373c60a89a3d7538ad38016f3959c431ad7078361ab95300a7e926c50621e7aa8375b7f4f3c5ecec4fe04ac484804d325009b6c0',
            },
          ],
        },
        files: {
          artifacts: [
            {
              group: 'org.apache.kafka',
              artifact: 'connect-file',
              version: '4.3.1',
              sha512:
                'd0cae48f4388fab8e2314cf81fba28f8bbc6a277267d30037ba783d66ffc478f7b9cf48f4962506da1560da5b79578dfb323f816fde2c9e58280e8bbb14b5900',
            },
          ],
        },
      },
      connectors: {
        inventory: {
          owner: 'orders',
          plugin: 'debezium',
          postgres: {
            host: '127.0.0.1',
            port: postgresPort,
            database: 'shop',
            tables: ['public.orders'],
            credentials: { secret: 'inventory' },
            heartbeat: '1s',
            publication,
            signals: true,
            partitions: 1,
          },
          config: { 'database.sslmode': 'disable' },
        },
        archive: {
          owner: 'orders',
          plugin: 'files',
          class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
          consumes: { 'inventory.public.orders': {} },
          config: { file: archive },
        },
      },
    },
  }) as const satisfies Description;
