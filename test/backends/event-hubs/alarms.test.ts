import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';
import { clusterOf, dedicated, standard } from './cluster';
import { logs, namespace } from './namespace';

const notify = '/subscriptions/s/resourceGroups/security/providers/Microsoft.Insights/actionGroups/security';
const alarms = (said: object = {}) => ({ audit: { alarms: { notify, ...said } } });
const alarmsOf = (settings: object) =>
  [...clusterOf(settings).keys()].filter((address) => /^azurerm_monitor_(metric_alert|scheduled)/.test(address));

describe('who is told that a namespace turns people away', () => {
  const byLog = ['denied_operations', 'failed_logins'].map(
    (kind) => `azurerm_monitor_scheduled_query_rules_alert_v2.main_${kind}`,
  );
  const byErrors = ['azurerm_monitor_metric_alert.main_user_errors'];

  test.each<[string, object, readonly string[]]>([
    ['nobody, where nobody is named', { logs }, []],
    ['of each kind, where a workspace has the log of who did what', { logs, ...alarms() }, byLog],
    ['of each kind, in a dedicated cluster too', { ...dedicated, logs, ...alarms() }, byLog],
    ['of errors of any kind, where no workspace has it', alarms(), byErrors],
    ['of errors of any kind, on standard, which writes no such log', { ...standard, logs, ...alarms() }, byErrors],
  ])('%s', (_, settings, told) => {
    expect(alarmsOf(settings)).toEqual(told);
  });

  test('as many as are said, within the time that is said', () => {
    const made = clusterOf({ logs, ...alarms({ moreThan: 50, within: '1h' }) });
    for (const address of byLog)
      expect(made.get(address)).toMatchObject({
        scopes: [`\${azurerm_eventhub_namespace.main.id}`],
        window_duration: 'PT1H',
        evaluation_frequency: 'PT1H',
        criteria: [{ threshold: 50 }],
        action: { action_groups: [notify] },
        location: 'westeurope',
      });
    expect(clusterOf(alarms({ within: '30m' })).get('azurerm_monitor_metric_alert.main_user_errors')).toMatchObject({
      window_size: 'PT30M',
      criteria: [{ threshold: 5 }],
      action: [{ action_group_id: notify }],
    });
  });
});

test('who is told is an action group, by its id', () => {
  const told = (group: string) =>
    compileDescription(
      changed<Description>(small, { 'clusters.main': { ...namespace, logs, ...alarms({ notify: group }) } }),
    ).problems.filter(({ path }) => path === 'clusters.main.audit.alarms.notify');
  expect(told(notify)).toEqual([]);
  expect(told('security')).toMatchObject([
    { code: 'KFK-K216', fix: expect.stringContaining('Microsoft.Insights/actionGroups/GROUP') },
  ]);
});

test('of a namespace that exists nobody is told, and says so', () => {
  const { problems } = compileDescription(
    changed<Description>(small, {
      'clusters.main': { ...namespace, subnet: undefined, existing: true, ...alarms() },
    }),
  );
  expect(problems.filter(({ code }) => code === 'KFK-K220')).toMatchObject([{ path: 'clusters.main.audit' }]);
});
