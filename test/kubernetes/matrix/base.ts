const sha512 = 'ab'.repeat(64);

/**
 * What every description of the matrix begins with: one of each noun, with as little said as is needed. Nothing is
 * wrong with it, and it is so large that each noun of the platform has somebody who uses it.
 */
export const base = {
  name: 'matrix',
  kubernetes: {},
  clusters: { main: { backend: 'strimzi' } },
  platform: {
    owners: {
      orders: { contact: 'orders@example.com', page: 'orders-oncall' },
      data: { contact: 'https://example.com/teams/data', page: 'data-oncall' },
    },
    topics: {
      'orders.created': { owner: 'orders' },
      'orders.totals': { owner: 'data' },
      'orders.archived': { owner: 'data' },
    },
    applications: {
      shop: { owner: 'orders', produces: { 'orders.created': {} } },
      billing: { owner: 'orders', consumes: { 'orders.created': { deadLetter: {} } } },
      counter: {
        owner: 'data',
        streams: {},
        consumes: { 'orders.created': {} },
        produces: { 'orders.totals': {} },
      },
    },
    plugins: {
      files: {
        artifacts: [{ group: 'org.apache.kafka', artifact: 'connect-file', version: '4.3.1', sha512 }],
      },
      debezium: {
        artifacts: [
          {
            group: 'io.debezium',
            artifact: 'debezium-connector-postgres',
            version: '3.7.0.Final',
            classifier: 'plugin',
            type: 'tar.gz',
            sha512,
          },
        ],
      },
    },
  },
} as const;
