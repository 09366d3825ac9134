import type { StrimziClusterInput } from '../../../backends/strimzi/description/cluster';
import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { kafka, made, problems } from './kafka';

const rebalances = (settings: Partial<StrimziClusterInput>) =>
  made(settings)
    .filter(({ kind }) => kind === 'KafkaRebalance')
    .map(({ metadata, spec }) => [metadata.name, metadata.annotations, spec]);

describe('Cruise Control', () => {
  const goals = (...names: readonly string[]) =>
    names.map((name) => `com.linkedin.kafka.cruisecontrol.analyzer.goals.${name}`).join(',');

  test('is there where it is described, and goals are Strimzi’s unless some are', () => {
    expect(kafka({}).cruiseControl).toBeUndefined();
    expect(rebalances({})).toEqual([]);
    expect(kafka({ cruiseControl: {} }).cruiseControl).not.toHaveProperty('config');
  });

  test('gives brokers that come replicas and empties those that go, unless it is told not to', () => {
    expect(kafka({ cruiseControl: {} }).cruiseControl).toMatchObject({
      autoRebalance: [
        { mode: 'add-brokers', template: { name: 'main-add-brokers-template' } },
        { mode: 'remove-brokers', template: { name: 'main-remove-brokers-template' } },
      ],
    });
    const template = { 'strimzi.io/rebalance-template': 'true' };
    expect(rebalances({ cruiseControl: {} })).toEqual([
      ['main-add-brokers-template', template, {}],
      ['main-remove-brokers-template', template, {}],
    ]);
    expect(kafka({ cruiseControl: { autoRebalance: false } }).cruiseControl).not.toHaveProperty('autoRebalance');
    expect(rebalances({ cruiseControl: { autoRebalance: false } })).toEqual([]);
  });

  test('is told all goals where any are named: classes, of which each set holds the next', () => {
    const some = ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'ReplicaDistributionGoal'];
    expect(kafka({ cruiseControl: { goals: some } }).cruiseControl).toMatchObject({
      config: {
        goals: goals(...some),
        'default.goals': goals(...some),
        'hard.goals': goals('RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal'),
      },
    });
    const own = { goals: some, hardGoals: ['RackAwareGoal'], defaultGoals: some.slice(0, 2) };
    expect(kafka({ cruiseControl: own }).cruiseControl).toMatchObject({
      config: { 'hard.goals': goals('RackAwareGoal'), 'default.goals': goals('RackAwareGoal', 'ReplicaCapacityGoal') },
    });
  });

  test('has goals about the network where it is said what that bears, as Strimzi does', () => {
    const network = ['NetworkInbound', 'NetworkOutbound', 'PotentialNwOut', 'LeaderBytesIn'];
    const said = (more: object) =>
      (
        kafka({ cruiseControl: { hardGoals: ['RackAwareGoal'], ...more } }).cruiseControl as {
          readonly config: Readonly<Record<string, string>>;
        }
      ).config['default.goals'] ?? '';
    const named = (text: string) => network.filter((goal) => text.includes(`.${goal}`));
    expect(named(said({}))).toEqual([]);
    expect(said({})).not.toContain('RackAwareDistributionGoal');
    expect(named(said({ brokerCapacity: { inboundNetwork: '1MB/s' } }))).toEqual(['NetworkInbound', 'LeaderBytesIn']);
    expect(named(said({ brokerCapacity: { outboundNetwork: '1MB/s' } }))).toEqual([
      'NetworkOutbound',
      'PotentialNwOut',
    ]);
    // One that somebody calls hard is a default one, or Cruise Control would not start.
    expect(named(said({ hardGoals: ['NetworkInboundCapacityGoal'] }))).toEqual(['NetworkInbound']);
    const both = { inboundNetwork: '1GB/s', outboundNetwork: '2TB/s' } as const;
    const hard = ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal'];
    const defaultGoals = [...hard, 'NetworkInboundCapacityGoal', 'NetworkOutboundCapacityGoal'];
    expect(kafka({ cruiseControl: { defaultGoals, brokerCapacity: both } }).cruiseControl).toMatchObject({
      brokerCapacity: { inboundNetwork: '1GB/s', outboundNetwork: '2000000000000B/s' },
      config: { 'hard.goals': expect.stringMatching(/NetworkInboundCapacityGoal,.*NetworkOutboundCapacityGoal$/) },
    });
  });

  test('gets the memory that is said, which it is held to', () => {
    const memory = (said: object) => kafka({ cruiseControl: said }).cruiseControl;
    expect(memory({})).toMatchObject({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } } });
    expect(memory({ memory: '3GiB' })).toMatchObject({ resources: { limits: { memory: '3Gi' } } });
  });

  test('proposes each rebalance that is described, by short names of goals', () => {
    const disks = [
      { id: 0, size: '10GiB' },
      { id: 1, size: '10GiB' },
    ] as const;
    const found = rebalances({
      pools: { controller: { roles: ['controller'], nodes: 3 }, broker: { nodes: 5, volumes: disks } },
      cruiseControl: {
        autoRebalance: false,
        rebalances: {
          full: { goals: [goals('RackAwareGoal')], skipHardGoalCheck: true },
          came: { mode: 'add-brokers', brokers: [6, 7] },
          goes: { mode: 'remove-brokers', brokers: [7] },
          old: { mode: 'remove-disks', volumes: { 3: [0] } },
          disks: { rebalanceDisk: true },
        },
      },
    });
    expect(found.map(([name, , spec]) => [name, spec])).toEqual([
      ['main-came', { mode: 'add-brokers', brokers: [6, 7] }],
      ['main-disks', { rebalanceDisk: true }],
      ['main-full', { goals: ['RackAwareGoal'], skipHardGoalCheck: true }],
      ['main-goes', { mode: 'remove-brokers', brokers: [7] }],
      ['main-old', { mode: 'remove-disks', moveReplicasOffVolumes: [{ brokerId: 3, volumeIds: [0] }] }],
    ]);
  });

  test('is refused a goal that it does not have, with the one that was meant', () => {
    const cruiseControl = {
      rebalances: { full: { goals: ['RackAwareGaol', 'ReplicaCapacityGoal', 'DiskCapacityGoal'] } },
    };
    expect(problems({ cruiseControl })).toContain(
      "KFK-K451 clusters.main.cruiseControl.rebalances.full.goals[0]: did you mean 'RackAwareGoal'?",
    );
  });

  test.each<[string, object, string]>([
    ['the hard goals that it takes by itself', { goals: ['RackAwareGoal'] }, 'KFK-K452'],
    [
      'a default goal that is none',
      { goals: ['RackAwareGoal'], hardGoals: ['RackAwareGoal'], defaultGoals: ['CpuCapacityGoal'] },
      'KFK-K452',
    ],
    ['hard goals that are no default', { hardGoals: ['CpuCapacityGoal'], defaultGoals: ['RackAwareGoal'] }, 'KFK-K452'],
    ['no goal at all', { goals: [] }, 'KFK-K451'],
    [
      'a goal twice',
      { goals: ['RackAwareGoal', goals('RackAwareGoal'), 'ReplicaCapacityGoal', 'DiskCapacityGoal'] },
      'KFK-K451',
    ],
    ['brokers where all are meant', { rebalances: { it: { brokers: [1] } } }, 'KFK-K453'],
    [
      'goals for disks',
      { rebalances: { it: { rebalanceDisk: true, goals: ['RackAwareGoal'], skipHardGoalCheck: true } } },
      'KFK-K453',
    ],
    ['a broker twice', { rebalances: { it: { mode: 'add-brokers', brokers: [5, 5] } } }, 'KFK-K456'],
    ['a broker below zero', { rebalances: { it: { mode: 'add-brokers', brokers: [-1] } } }, 'KFK-K456'],
    ['the only disk', { rebalances: { it: { mode: 'remove-disks', volumes: { 3: [0] } } } }, 'KFK-K456'],
    ['no broker that stays', { rebalances: { it: { mode: 'remove-brokers', brokers: [3, 4, 5] } } }, 'KFK-K455'],
    ['a name that is none', { rebalances: { 'Full!': {} } }, 'KFK-K457'],
  ])('is refused %s', (_, cruiseControl, code) => {
    expect(problems({ cruiseControl }).map((problem) => problem.slice(0, 8))).toContain(code);
  });

  test('of two clusters in one namespace does not share the name of a rebalance', () => {
    const found = compileDescription(
      changed<unknown>(small, {
        kubernetes: {},
        'clusters.main': { backend: 'strimzi', cruiseControl: { rebalances: { 'b-c': {} } } },
        'clusters.main-b': { backend: 'strimzi', cruiseControl: { rebalances: { c: {} } } },
        'platform.topics[orders.created].cluster': 'main',
        'platform.applications.shop.cluster': 'main',
        'platform.applications.billing.cluster': 'main',
      }),
    ).problems.filter(({ code }) => code === 'KFK-K457');
    expect(found.map(({ path }) => path)).toEqual(["clusters['main-b'].cruiseControl.rebalances.c"]);
  });
});
