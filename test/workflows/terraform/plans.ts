import type { Approval } from '../../../workflows/judgement';
import type { JudgeContext } from '../../../workflows/terraform/judge';
import type { Plan, ResourceChange } from '../../../workflows/terraform/plan';

export type Actions = ResourceChange['change']['actions'];

export const change = (address: string, actions: Actions, more: Partial<ResourceChange> = {}): ResourceChange => ({
  address,
  mode: 'managed',
  type: address.split('.')[0] ?? '',
  change: { actions, before: null, after: null },
  ...more,
});
export const plan = (...resource_changes: ResourceChange[]): Plan => ({ format_version: '1.2', resource_changes });
export const approval = (more: Partial<Approval> = {}): Approval => ({
  code: 'KFK-D001',
  address: 'kafka_topic.orders',
  reason: 'moved to another platform',
  owner: 'orders',
  expires: '2026-11-30',
  ...more,
});
export const context = (more: Partial<JudgeContext> = {}): JudgeContext => ({
  dataBearing: new Set(['kafka_topic']),
  settingsOf: ({ hours }) => ({ 'retention.ms': String(Number(hours) * 3_600_000) }),
  disposable: false,
  removals: new Map(),
  approvals: [],
  today: '2026-11-21',
  ...more,
});
