import { kafkaRules, mirrorMakerRules, type Rule } from '../../../render/monitoring/rules';
import { signals } from '../../../render/monitoring/signals/signals';
import { note, table } from './reference';

const pages = '../runbooks';

/** Every alert with its page, and every series that an alert or a dashboard may name. */
export function monitoringPage(): string {
  const place = { namespace: 'kafka', runbooks: pages };
  const rules: Rule[] = [
    ...kafkaRules({
      ...place,
      cluster: 'main',
      objectives: [{ group: 'payment-service', topic: 'orders.created', under: 60_000 }],
      deadLetterTopics: ['orders.created.payment-service.dlq'],
      certificates: ['main-listener-tls'],
      userOperator: true,
      externalSecrets: { brought: ['order-service-kafka'], made: [], namespaces: ['kafka'] },
    }),
    ...mirrorMakerRules({ ...place, cluster: 'dr', replications: [{ source: 'main', target: 'standby' }] }),
  ].flatMap((group) => group.rules);
  const alerts = rules.flatMap((rule) =>
    'alert' in rule
      ? [
          [
            `[${rule.alert}](${rule.annotations.runbook_url})`,
            rule.labels.severity ?? '',
            rule.for,
            rule.annotations.description ?? '',
          ],
        ]
      : [],
  );
  const series = Object.values(signals).map(({ metric, source, unit, labels }) => [
    `\`${metric}\``,
    source,
    unit,
    labels.join(', '),
  ]);
  return `# Alerts and signals\n\n${note}\n\nA \`page\` wakes somebody up, a \`ticket\` waits for working hours. Each alert links to its page.\n\n${table(['alert', 'severity', 'after', 'what it means'], alerts)}\n\n## Signals\n\nAlerts and dashboards name nothing else. Every series has \`namespace\` and \`strimzi_io_cluster\` too.\n\n${table(['series', 'from', 'unit', 'own labels'], series)}\n`;
}
