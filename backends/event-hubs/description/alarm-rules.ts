import { at } from '../../../model/problem';
import { alarmsOf, isUsualCount, usualCounts } from '../../../model/refusal-alarms';
import type { Rule } from '../../../model/rule';
import { hasRuntimeAudit } from './audit-cells';
import { eventHubsSettings } from './cluster';
import { madeNamespaces } from './namespaces';

export const alarmsCount: Rule = {
  code: 'KFK-K542',
  severity: 'error',
  title: 'An alarm of a namespace is raised at a number of failures that there may be',
  source: 'https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types#log-search-alerts',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { audit } = eventHubsSettings(cluster);
      const { moreThan } = alarmsOf(audit?.alarms);
      if (!isUsualCount(moreThan))
        yield at(cluster, 'audit', 'alarms', 'moreThan').problem(`nobody counts to ${moreThan}`).fix(usualCounts);
    }
  },
};

export const alarmsTellRefusals: Rule = {
  code: 'KFK-K543',
  severity: 'warning',
  title: 'Alarms of a namespace that has a log of who did what are raised by it',
  source: 'https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs-reference#runtime-audit-logs',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { audit, tier, logs } = eventHubsSettings(cluster);
      if (audit && !logs && hasRuntimeAudit(tier))
        yield at(cluster, 'audit', 'alarms')
          .problem('errors of every kind raise the alarm: the log of who was refused goes to no workspace')
          .fix('say logs: <the id of a Log Analytics workspace>');
    }
  },
};

export const alarmRules: readonly Rule[] = [alarmsCount, alarmsTellRefusals];
