import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertNames } from '../../../render/monitoring/alerts/alert';
import { type AlertingRule, kafkaRules } from '../../../render/monitoring/rules';
import { signals } from '../../../render/monitoring/signals/signals';
import { alertCases, ruleGroups } from '../../monitoring/alert-cases';
import { namesIn } from '../../support/promql';

const rules = ruleGroups.flatMap((group) => group.rules);
const alerts = rules.filter((rule): rule is AlertingRule => 'alert' in rule);
const metrics = new Set(Object.values(signals).map(({ metric }) => metric as string));
const labels = new Set<string>([
  ...Object.values(signals).flatMap((signal) => [
    ...signal.labels,
    ...Object.keys('only' in signal ? signal.only : {}),
  ]),
  ...['namespace', 'pod', 'strimzi_io_cluster'],
]);
const runbooks = join('docs', 'runbooks');

test('every alert of the list is rendered, and no other', () => {
  expect(new Set(alerts.map(({ alert }) => alert))).toEqual(new Set(alertNames));
});

test.each(rules.map((rule) => ['alert' in rule ? rule.alert : rule.record, rule] as const))(
  '%s is PromQL that names nothing but signals and their labels',
  (_, { expr }) => {
    const named = namesIn(expr);
    expect(named.metrics.filter((metric) => !metrics.has(metric))).toEqual([]);
    expect(named.labels.filter((label) => !labels.has(label))).toEqual([]);
  },
);

test('no rule looks at the name of a pod: names change with node pools', () => {
  for (const { expr } of rules) expect(expr).not.toMatch(/(pod|persistentvolumeclaim)=~/);
});

test.each(alerts.map((rule) => [rule.alert, rule] as const))(
  '%s says what is wrong, how urgent it is, and whose cluster',
  (_, rule) => {
    expect(rule.labels).toMatchObject({ namespace: 'kafka', severity: expect.stringMatching(/^(page|ticket)$/) });
    expect(rule.labels).toHaveProperty('strimzi_io_cluster');
    expect(rule.annotations).toEqual({
      summary: expect.any(String),
      description: expect.stringMatching(/\.$/),
      runbook_url: `https://example.com/runbooks/${rule.alert}.md`,
    });
  },
);

test.each(alertNames.map((name) => [name]))(
  '%s has a case in which it fires and one in which it nearly does',
  (name) => {
    const own = alertCases.filter(({ alert }) => alert === name);
    expect(own.some(({ fires }) => fires.length > 0)).toBe(true);
    expect(own.some(({ fires }) => fires.length === 0)).toBe(true);
  },
);

test('every alert has its page, and every page its alert', () => {
  const pages = readdirSync(runbooks).filter((file) => file !== 'README.md');
  expect(pages.sort()).toEqual(alertNames.map((name) => `${name}.md`).sort());
});

test.each(alertNames.map((name) => [name]))(
  'the page of %s answers the six questions, in PromQL that Prometheus reads',
  (name) => {
    const page = readFileSync(join(runbooks, `${name}.md`), 'utf8');
    const headings = ['Meaning', 'Impact', 'First look', 'Causes', 'What to do', 'Over when'];
    expect([...page.matchAll(/^#{1,2} (.*)$/gm)].map(([, heading]) => heading)).toEqual([name, ...headings]);
    const queries = [...page.matchAll(/^```promql\n([\s\S]*?)^```/gm)].flatMap(([, text = '']) =>
      text.trim().split('\n'),
    );
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) expect(namesIn(query).metrics.filter((metric) => !metrics.has(metric))).toEqual([]);
  },
);

test('without objectives and dead letters there are no alerts about them', () => {
  const [group, ...others] = kafkaRules({
    cluster: 'main',
    namespace: 'kafka',
    runbooks: 'https://example.com/runbooks/',
  });
  expect(others).toEqual([]);
  const names = group?.rules.map((rule) => ('alert' in rule ? rule.alert : rule.record));
  expect(names).not.toContain('KafkaConsumerLag');
  expect(names).not.toContain('KafkaDeadLetters');
  expect(JSON.stringify(group)).not.toContain('runbooks//');
});
