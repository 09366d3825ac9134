import { brokerExporter, mirrorMakerExporter } from '../../../render/monitoring/jmx-exporter';
import { brokerSignals } from '../../../render/monitoring/signals/broker-signals';
import { mirrorMakerSignals } from '../../../render/monitoring/signals/mirror-maker-signals';

/** The rules that the exporter would take for an attribute, with the labels that they give it; it searches anywhere in the text. */
const taken = ({ rules }: typeof brokerExporter, attribute: string) =>
  rules.flatMap(({ name, pattern, labels = {} }) => {
    const found = new RegExp(pattern).exec(attribute);
    const filled = Object.entries(labels).map(([label, value]) => [
      label,
      value.replace(/^\$(\d)$/, (_, index) => found?.[Number(index)] ?? ''),
    ]);
    return found ? [{ name, ...Object.fromEntries(filled) }] : [];
  });

test.each([
  ['kafka.server<type=ReplicaManager, name=UnderReplicatedPartitions><>Value: 2', 'underReplicatedPartitions', {}],
  [
    'kafka.server<type=BrokerTopicMetrics, name=BytesInPerSec, topic=orders.created><>Count: 9',
    'topicBytesIn',
    { topic: 'orders.created' },
  ],
  ['kafka.server<type=BrokerTopicMetrics, name=BytesInPerSec><>Count: 9', 'bytesIn', {}],
  [
    'kafka.network<type=RequestMetrics, name=TotalTimeMs, request=Produce><>99thPercentile: 7.5',
    'requestTime',
    { request: 'Produce', quantile: '0.99' },
  ],
  [
    'kafka.server<type=socket-server-metrics, listener=SCRAM-9093, networkProcessor=1><>failed-authentication-total: 1',
    'failedAuthentications',
    { listener: 'SCRAM-9093', networkProcessor: '1' },
  ],
] as const)('of a broker’s %s the exporter makes %s', (attribute, signal, labels) => {
  expect(taken(brokerExporter, attribute)).toEqual([{ name: brokerSignals[signal].metric, ...labels }]);
});

test('a worker’s state becomes a label, and an attribute whose name only begins alike becomes nothing', () => {
  const task = 'kafka.connect<type=connector-task-metrics, connector=a->b.Source, task=0><>status: failed';
  expect(taken(mirrorMakerExporter, task)).toEqual([
    { name: mirrorMakerSignals.taskStatus.metric, connector: 'a->b.Source', task: '0', status: 'failed' },
  ]);
  const age =
    'kafka.connect.mirror<type=MirrorSourceConnector, source=a, target=b, topic=a.t, partition=0><>record-age-ms';
  expect(taken(mirrorMakerExporter, `${age}-max: 12`)).toMatchObject([{ source: 'a', target: 'b', topic: 'a.t' }]);
  expect(taken(mirrorMakerExporter, `${age}: 12`)).toEqual([]);
  expect(taken(mirrorMakerExporter, `${age}-max-of-all: 12`)).toEqual([]);
});

test('a name that JMX quotes has no quotes as a label', () => {
  const task =
    'kafka.connect<type=connector-task-metrics, connector="a->b.MirrorSourceConnector", task=0><>status: running';
  expect(taken(mirrorMakerExporter, task)).toMatchObject([{ connector: 'a->b.MirrorSourceConnector', task: '0' }]);
});

test('only MBeans that a signal needs are asked, each once', () => {
  for (const { includeObjectNames } of [brokerExporter, mirrorMakerExporter])
    expect(new Set(includeObjectNames).size).toBe(includeObjectNames.length);
  const beans = new Set(Object.values(brokerSignals).map(({ bean }) => bean as string));
  expect(new Set(brokerExporter.includeObjectNames)).toEqual(beans);
});

test.each(Object.entries({ ...brokerSignals, ...mirrorMakerSignals }))(
  'the labels of %s are what varies in its bean, and a state',
  (_, signal) => {
    const varying = [...signal.bean.matchAll(/([\w-]+)=\*/g)].map(([, key]) => key);
    expect(signal.labels).toEqual('word' in signal ? [...varying, signal.word] : varying);
  },
);
