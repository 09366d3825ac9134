import { entriesOf } from '../../../../model/by-name';
import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { useInstead } from '../../../../model/near-miss';
import type { Key } from '../../../../model/place';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { type CruiseControl, goalsOf } from '../cruise-control';
import { goalNames, lackedBy, shortGoal } from '../goals';
import { strimziClusters } from './clusters';

const reference = 'https://strimzi.io/docs/operators/latest/deploying.html';

export const somethingToBalance: Rule = {
  code: 'KFK-K450',
  severity: 'error',
  title: 'Cruise Control has two brokers or more',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-CruiseControlSpec-reference',
  *check(draft) {
    for (const { cluster } of eachCruiseControl(draft))
      if (cluster.brokers < 2)
        yield at(cluster, 'cruiseControl')
          .problem(`with ${cluster.brokers} broker there is nothing to balance: Strimzi refuses the cluster`)
          .fix('use two brokers or more, or remove it');
  },
};

export const goalsKnown: Rule = {
  code: 'KFK-K451',
  severity: 'error',
  title: 'Goals are some that Cruise Control has, each once',
  source: `${reference}#con-optimization-goals-str`,
  *check(draft) {
    for (const { cluster, said } of eachCruiseControl(draft))
      for (const { path, goals } of listsOf(said)) {
        if (goals.length === 0)
          yield at(cluster, ...path)
            .problem('no goal is named')
            .fix("remove it, or name some: 'RackAwareGoal'");
        for (const [index, goal] of goals.entries()) {
          const name = shortGoal(goal);
          if (!(goalNames as readonly string[]).includes(name))
            yield at(cluster, ...path, index)
              .problem(`Cruise Control has no goal '${goal}'`)
              .fix(useInstead(name, goalNames));
          else if (goals.map(shortGoal).indexOf(name) < index)
            yield at(cluster, ...path, index)
              .problem(`'${name}' is named before`)
              .fix('remove it');
        }
      }
  },
};

/** Every list of goals that is written. */
function listsOf(said: CruiseControl): { readonly path: readonly Key[]; readonly goals: readonly string[] }[] {
  const own = (['goals', 'hardGoals', 'defaultGoals'] as const).map((field) => ({ path: [field], goals: said[field] }));
  const ofRebalances = entriesOf(said.rebalances).map(([name, { goals }]) => ({
    path: ['rebalances', name, 'goals'],
    goals,
  }));
  return [...own, ...ofRebalances].flatMap(({ path, goals }) =>
    goals ? [{ path: ['cruiseControl', ...path], goals }] : [],
  );
}

export const goalsHoldEachOther: Rule = {
  code: 'KFK-K452',
  severity: 'error',
  title: 'All goals hold the default goals, and those the hard goals',
  source: `${reference}#con-optimization-goals-str: goals ⊇ default.goals ⊇ hard.goals, or Cruise Control does not start`,
  *check(draft) {
    for (const { cluster, said } of eachCruiseControl(draft)) {
      const { goals, hardGoals, defaultGoals } = goalsOf(said);
      const place = (field: keyof CruiseControl) =>
        at(cluster, 'cruiseControl', said[field] === undefined ? 'goals' : field);
      const notThere = missing(defaultGoals, goals);
      if (notThere.length > 0)
        yield place('defaultGoals')
          .problem(`default goals are not among all goals: ${notThere.join(', ')}`)
          .fix("add them to 'goals', or take them from 'defaultGoals'");
      const notHeld = missing(hardGoals, said.defaultGoals ? defaultGoals : goals);
      if (notHeld.length > 0)
        yield place(said.defaultGoals ? 'defaultGoals' : 'hardGoals')
          .problem(`hard goals are not among them: ${notHeld.join(', ')}`)
          .fix(said.hardGoals ? 'add them, or take them from hardGoals' : 'add them, or say fewer hardGoals');
    }
  },
};

export const rebalanceGoals: Rule = {
  code: 'KFK-K454',
  severity: 'error',
  title: "A rebalance's goals are among the cluster's, and hold the hard goals",
  source: `${reference}#con-optimization-goals-str: a proposal without them is refused`,
  *check(draft) {
    for (const { cluster, said } of eachCruiseControl(draft)) {
      const all = goalsOf(said);
      for (const [name, { goals, skipHardGoalCheck = false }] of entriesOf(said.rebalances)) {
        if (!goals) continue;
        const place = at(cluster, 'cruiseControl', 'rebalances', name, 'goals');
        const own = goals.map(shortGoal);
        const unknown = missing(own, all.goals).filter((goal) => (goalNames as readonly string[]).includes(goal));
        if (unknown.length > 0)
          yield place
            .problem(`the cluster has no such goals: ${unknown.join(', ')}`)
            .fix("add them to the cluster's goals");
        const hard = missing(all.hardGoals, own);
        if (hard.length > 0 && !skipHardGoalCheck)
          yield place.problem(`hard goals are missing: ${hard.join(', ')}`).fix('add them, or skipHardGoalCheck: true');
      }
    }
  },
};

export const networkKnown: Rule = {
  code: 'KFK-K467',
  severity: 'warning',
  title: 'A goal about the network is named where it is said what the network can bear',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-BrokerCapacity-reference: else it is 10MB/s',
  *check(draft) {
    for (const { cluster, said } of eachCruiseControl(draft))
      for (const { path, goals } of listsOf(said))
        for (const [index, goal] of goals.entries()) {
          const lacked = lackedBy(shortGoal(goal), said.brokerCapacity);
          if (lacked)
            yield at(cluster, ...path, index)
              .problem(`'${shortGoal(goal)}' takes each broker's ${lacked} for 10000KiB/s`)
              .fix(`add brokerCapacity: { ${lacked}: '125MB/s' }, as it is, or remove the goal`);
        }
  },
};

const missing = (some: readonly string[], all: readonly string[]): string[] =>
  some.filter((goal) => !all.includes(goal));

/** Clusters that have Cruise Control, with what they say of it. */
export const eachCruiseControl = (draft: Draft): { readonly cluster: Cluster; readonly said: CruiseControl }[] =>
  strimziClusters(draft).flatMap((cluster) => {
    const { cruiseControl } = strimziSettings(cluster);
    return cruiseControl ? [{ cluster, said: cruiseControl }] : [];
  });

export const cruiseControlRules: readonly Rule[] = [
  somethingToBalance,
  goalsKnown,
  goalsHoldEachOther,
  rebalanceGoals,
  networkKnown,
];
