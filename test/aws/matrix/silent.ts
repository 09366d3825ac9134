const same = 'that is the default';

/** Choices that change no stack of Terraform, by factor or by level, and what they change instead. */
export const silent: Readonly<Record<string, string>> = {
  disposable: 'rules are less strict, and a plan that destroys needs no second key',
  life: 'what is refused',
  'version v3.9': same,
  'rebalancing on': same,
  'metrics per-broker': same,
  'copies three': same,
  'secrets.users': 'how kafka-kit rotate goes about it: nothing before the first rotation',
  'secrets.lasts': 'when kafka-kit rotate says that it is due',
  'platform.owners.orders.description': 'explain prints it',
  'platform.topics[orders.totals].description': 'explain prints it',
  'platform.topics[orders.totals].classification': 'rules, and reports of access',
  'platform.applications.shop.description': 'explain prints it',
  'platform.applications.shop.instances': 'connections are counted against limits',
  'platform.applications.shop.transactional =false': same,
  'platform.applications.shop.transactional overridden =false': same,
  'platform.applications.billing.consumes[orders.created].deadLetter.attempts': 'client files',
  'platform.applications.billing.consumes[orders.created].deadLetter.backoff': 'client files',
  'platform.applications.billing.consumes[orders.created].lag.under': 'monitoring',
  'platform.applications.billing.consumes[orders.created].isolation': 'client files',
  'platform.applications.counter.streams.processingGuarantee ="exactly_once_v2"': same,
  'platform.applications.counter.streams.processingGuarantee overridden ="exactly_once_v2"': same,
  'platform.connectors.archive.connectCluster': 'there is one to choose',
  'platform.connectors.archive.consumes[orders.created].lag.under': 'monitoring',
};
