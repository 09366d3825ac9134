/** The platform that descriptions of a matrix are about: flows of two teams, and what connectors are made of. */
export const owners = {
  orders: { contact: 'orders@example.com', page: 'orders-oncall' },
  data: { contact: 'https://example.com/teams/data', page: 'data-oncall' },
} as const;

export const topics = {
  'orders.created': { owner: 'orders' },
  'orders.totals': { owner: 'data' },
  'orders.archived': { owner: 'data' },
} as const;

export const applications = {
  shop: { owner: 'orders', produces: { 'orders.created': {} } },
  billing: { owner: 'orders', consumes: { 'orders.created': { deadLetter: {} } } },
  counter: { owner: 'data', consumes: { 'orders.created': {} }, produces: { 'orders.totals': {} } },
} as const;

export const plugins = {
  files: {
    artifacts: [{ group: 'org.apache.kafka', artifact: 'connect-file', version: '4.3.1', sha512: 'ab'.repeat(64) }],
  },
  debezium: {
    artifacts: [
      {
        group: 'io.debezium',
        artifact: 'debezium-connector-postgres',
        version: '3.7.0.Final',
        classifier: 'plugin',
        type: 'tar.gz',
        sha512: 'cd'.repeat(64),
      },
    ],
  },
} as const;
