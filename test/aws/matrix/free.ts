import { type Free, freeLevelsOf } from '../../support/matrix/free';
import { fields } from './fields';

/**
 * Fields that go with everything, each where the schema has it; where the schema lists what it may be, each of those
 * is a level, else what is given here. What is below `platform` is said there, or in `overrides`.
 */
const free: Free = {
  'platform.owners.orders.description': ['Orders and what becomes of them.'],
  'platform.topics[orders.totals].description': ['What was sold.'],
  'platform.topics[orders.totals].partitions': [6],
  'platform.topics[orders.totals].classification': [],
  'platform.topics[orders.totals].retention': ['14d'],
  'platform.topics[orders.totals].maxMessageSize': ['512KiB'],
  'platform.applications.shop.description': ['Takes orders.'],
  'platform.applications.shop.instances': [3],
  'platform.applications.shop.namespace': ['shop'],
  'platform.applications.shop.transactional': [],
  'platform.applications.shop.keystores': [],
  'platform.applications.billing.consumes[orders.created].group': ['billing-2'],
  'platform.applications.billing.consumes[orders.created].deadLetter.attempts': [5],
  'platform.applications.billing.consumes[orders.created].deadLetter.backoff': ['2s'],
  'platform.applications.billing.consumes[orders.created].deadLetter.retention': ['20d'],
  'platform.applications.billing.consumes[orders.created].lag.under': ['5m'],
  'platform.applications.billing.consumes[orders.created].isolation': [],
  'platform.applications.counter.streams.applicationId': ['order-counter'],
  'platform.applications.counter.streams.processingGuarantee': [],
  'platform.connectors.archive.description': ['Every order, in a file.'],
  'platform.connectors.archive.tasks': [2],
  'platform.connectors.archive.consumes[orders.created].deadLetter.attempts': [3],
  'platform.connectors.archive.consumes[orders.created].deadLetter.retention': ['21d'],
  'platform.connectors.archive.consumes[orders.created].lag.under': ['10m'],
  'platform.connectors.archive.secrets.password': [{ secret: 'archive', key: 'password' }],
  'platform.connectors.archive.connectCluster': ['connect'],
  'platform.connectors.inventory.postgres.port': [5433],
  'platform.connectors.inventory.postgres.topicPrefix': ['stock'],
  'platform.connectors.inventory.postgres.heartbeat': ['30s'],
  'platform.connectors.inventory.postgres.partitions': [6],
  'platform.connectors.inventory.postgres.retention': ['30d'],
  'secrets.users': [],
  'secrets.lasts': ['90d'],
  'audit.retention': ['1000d'],
};

/** What each level of a free field says. */
export const freeLevels = freeLevelsOf(free, fields);
