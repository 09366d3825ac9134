/** What was let in until a day and is there still: the bundle knows the time, and refuses it once that day has passed. */
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { judged } from './judged';

jest.setTimeout(300_000);

const auditor = (until: string) => ({ owner: 'orders', role: 'read-only', until });
const onKubernetes = (until: string) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi' },
  'operators.auditor': { ...auditor(until), namespace: 'people' },
});
const onKafka = (until: string) => ({ 'operators.auditor': auditor(until) });

test.each([
  ['a KafkaUser', onKubernetes],
  ['ACLs in Terraform', onKafka],
])('as %s it is refused after that day, and until then it is not', async (_, changes) => {
  const said = async (today: string, until: string) => {
    const { test: tested } = await judged(resolve(changed<Description>(small, changes(until)), { today }));
    return tested().denied.filter((line) => line.startsWith('KFK-X077'));
  };
  const ended = await said('2020-01-01', '2020-01-05');
  expect(ended.length).toBeGreaterThan(3);
  for (const line of ended) expect(line).toContain("it lets 'User:auditor'");
  expect(await said('2026-11-21', '2099-12-31')).toEqual([]);
});
