import { handlingOf } from '../classification';
import type { Draft } from '../draft';
import { at } from '../problem';
import type { Profile } from '../profile';
import type { Rule } from '../rule';
import { compareClassifications, type Topic } from '../topic';

/** Whom the platform lets read a topic besides its owner's team; none: whoever has a flow. */
const letIn = (profile: Profile, platform: NonNullable<Topic['platform']>): readonly string[] | undefined =>
  platform.readers ?? (handlingOf(profile, platform).readers === 'named' ? [] : undefined);

/** An application or a connector is let in by its team as well. */
const teamOf = (name: string, { applications, connectors }: Draft): string | undefined =>
  (applications.get(name) ?? connectors.get(name))?.owner;

export const overridesKeepClassification: Rule = {
  code: 'KFK-X084',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'No environment takes a topic for less sensitive than the platform does, nor lets others read it',
  source: 'ISO/IEC 27001:2022, annex A 5.12 and 5.15: who owns information classifies it, and lets others in',
  *check(draft) {
    const { profile } = draft.environment;
    for (const topic of draft.topics.values()) {
      const { platform } = topic;
      if (!platform || topic.removed) continue;
      if (compareClassifications(topic.classification, platform.classification) < 0)
        yield at(topic, 'classification')
          .problem(
            `the platform says that it is ${platform.classification}, and this environment ${topic.classification}`,
          )
          .fix('leave it out, or classify it in the platform, for every environment');
      const allowed = letIn(profile, platform);
      if (!allowed) continue;
      const isLetIn = (name: string | undefined) => name === platform.owner || allowed.includes(name ?? '');
      if (!isLetIn(topic.owner))
        yield at(topic, 'owner')
          .problem(`all of '${topic.owner}' could read what '${platform.owner}' lets only those read whom it names`)
          .fix(`leave it out, or let '${platform.owner}' give it away in the platform`);
      const added = (topic.readers ?? []).filter((name) => !isLetIn(name) && !isLetIn(teamOf(name, draft)));
      if (added.length > 0)
        yield at(topic, 'readers')
          .problem(
            `it lets in ${added.map((name) => `'${name}'`).join(', ')}, whom '${platform.owner}' does not name in the platform`,
          )
          .fix('name them in the readers of the platform, or leave them out');
    }
  },
};

export const overrideRules: readonly Rule[] = [overridesKeepClassification];
