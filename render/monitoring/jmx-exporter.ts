import { brokerSignals } from './signals/broker-signals';
import { mirrorMakerSignals } from './signals/mirror-maker-signals';
import type { JmxSignal } from './signals/signal';

/** https://prometheus.github.io/jmx_exporter/1.0.1/http-mode/rules/ */
export interface JmxExporterConfiguration {
  /** Only these MBeans are asked: a broker has a hundred more for each partition. */
  readonly includeObjectNames: readonly string[];
  readonly rules: readonly JmxExporterRule[];
}

export interface JmxExporterRule {
  readonly pattern: string;
  readonly name: string;
  readonly type: 'COUNTER' | 'GAUGE';
  readonly value?: 1;
  readonly labels?: Readonly<Record<string, string>>;
}

/** For Kafka nodes: exactly the broker signals, beside those of the JVM. */
export const brokerExporter = configuration(Object.values(brokerSignals));

/** For MirrorMaker 2 workers. */
export const mirrorMakerExporter = configuration(Object.values(mirrorMakerSignals));

function configuration(signals: readonly JmxSignal[]): JmxExporterConfiguration {
  return { includeObjectNames: [...new Set(signals.map(({ bean }) => bean))], rules: signals.map(rule) };
}

/**
 * The exporter sees `kafka.server<type=Log, name=Size, topic=orders><>Value: 12` and searches the pattern anywhere in it, so
 * the colon ends the attribute: `record-age-ms` would also find `record-age-ms-max`. JMX quotes a value with other signs than
 * letters, digits, dots and dashes, such as the connector `"main->standby.MirrorSourceConnector"`: labels have no quotes.
 */
function rule({ metric, bean, attribute, counter, fixed, word }: JmxSignal): JmxExporterRule {
  const [domain = '', keys = ''] = bean.split(':');
  const properties = keys.split(',').map((property) => property.split('=') as [string, string]);
  const wild = properties.filter(([, value]) => value === '*').map(([key]) => key);
  const listed = properties.map(([key, value]) => `${key}=${value === '*' ? '"?(.+?)"?' : value}`).join(', ');
  const labels = {
    ...Object.fromEntries(wild.map((key, index) => [key, `$${index + 1}`])),
    ...(word ? { [word]: `$${wild.length + 1}` } : {}),
    ...fixed,
  };
  return {
    pattern: `${domain.replaceAll('.', '\\.')}<${listed}><>${attribute}:${word ? ' ([a-z-]+)' : ''}`,
    name: metric,
    type: counter ? 'COUNTER' : 'GAUGE',
    ...(word ? { value: 1 } : {}),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  };
}
