import type { Bridge } from '../bridge';
import {
  askedBy,
  handlingOf,
  isCompactedOnly,
  isErasureUnsaid,
  isKeptTooLong,
  longestKept,
  longestRetention,
} from '../classification';
import { millisecondsOfDay } from '../days';
import type { Draft } from '../draft';
import { askedFor, at } from '../problem';
import type { Rule } from '../rule';
import { compareClassifications, type Topic } from '../topic';
import { formatDuration } from '../units';
import { custodyRules } from './custody';
import { overrideRules } from './overridden-topics';
import { readerRules } from './readers';

const minimisation = 'best practice: compliance metadata (GDPR, storage limitation, article 5(1)(e))';
const erasureRight = 'GDPR, right to erasure, article 17; https://kafka.apache.org/documentation/#compaction';

/** What is described by hand, or by a connector; a dead letter is what its source is. */
const described = ({ topics }: Draft): Topic[] => [...topics.values()].filter(({ role }) => role === 'records');

export const classified: Rule = {
  code: 'KFK-X060',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Where an auditor asks, each topic says how it is classified',
  source: 'best practice: compliance metadata; ISO/IEC 27001:2022, annex A 5.12',
  *check(draft) {
    for (const topic of described(draft))
      if (topic.unclassified && !topic.removed)
        yield at(topic, 'classification')
          .problem('nobody says how much harm its records do in the wrong hands')
          .fix("say one of: 'public', 'internal', 'confidential', 'personal'");
  },
};

export const retentionWithin: Rule = {
  code: 'KFK-X061',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'Records stay no longer than their classification allows',
  source: minimisation,
  *check({ environment: { profile }, topics }) {
    for (const topic of topics.values()) {
      // That personal data stays for ever, another rule tells.
      if (topic.removed || (topic.retention < 0 && topic.classification === 'personal')) continue;
      if (!isKeptTooLong(profile, topic)) continue;
      const longest = longestRetention(handlingOf(profile, topic));
      const kept = longestKept(topic);
      const asking = askedBy(profile, topic, (handling) => kept > longestRetention(handling));
      const bySegment = topic.retention >= 0 && kept > topic.retention;
      const place = topic.role === 'dead-letter' ? at(topic, 'deadLetter', 'retention') : at(topic, 'retention');
      if (bySegment && topic.retention <= longest) {
        yield askedFor(
          asking,
          at(topic, 'config', 'segment.ms')
            .problem(
              `${topic.classification} data may be kept ${formatDuration(kept)}, for what is in an open segment is not deleted; profile ${profile} allows ${formatDuration(longest)}`,
            )
            .fix(`write 'segment.ms': ${topic.retention} or less`),
        );
        continue;
      }
      yield askedFor(
        asking,
        place
          .problem(
            `${topic.classification} data is kept ${topic.retention < 0 ? 'for ever' : formatDuration(topic.retention)}, longer than the ${formatDuration(longest)} of profile ${profile}`,
          )
          .fix(`write retention: '${formatDuration(longest)}' or less`),
      );
    }
  },
};

export const compactedIsErasable: Rule = {
  code: 'KFK-X062',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'Of a compacted topic of personal data it is known how a person’s records leave it',
  source: erasureRight,
  *check(draft) {
    const { profile } = draft.environment;
    for (const topic of draft.topics.values())
      if (isErasureUnsaid(profile, topic))
        yield askedFor(
          askedBy(profile, topic, ({ erasure }) => erasure),
          at(topic, 'erasure')
            .problem(`${topic.classification} data stays as long as its key, and nobody says how it is erased`)
            .fix(
              "say who writes tombstones, such as erasure: 'the account service deletes the key', or use cleanup: 'compact,delete'",
            ),
        );
  },
};

/** How soon what was overwritten or deleted by a tombstone is gone: Kafka's own default is never for sure. */
export const compactionInTime: Rule = {
  code: 'KFK-X063',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'What was erased from a compacted topic of personal data is gone within its longest retention',
  source: 'https://kafka.apache.org/documentation/#topicconfigs: max.compaction.lag.ms is unlimited by default',
  *check({ environment: { profile }, topics, clusters }) {
    for (const topic of topics.values()) {
      // Where the vendor stores records it decides when they are compacted.
      if (!isCompactedOnly(topic) || clusters.get(topic.cluster)?.storedByVendor) continue;
      const handling = handlingOf(profile, topic);
      const longest = longestRetention(handling);
      const lag = Number(topic.config['max.compaction.lag.ms'] ?? Number.POSITIVE_INFINITY);
      if (handling.erasure && lag > longest)
        yield askedFor(
          askedBy(profile, topic, (asks) => asks.erasure && lag > longestRetention(asks)),
          at(topic, 'config', 'max.compaction.lag.ms')
            .problem(
              `what a tombstone deletes may stay ${Number.isFinite(lag) ? formatDuration(lag) : 'for ever'}, longer than the ${formatDuration(longest)} of profile ${profile}`,
            )
            .fix(
              `add config: { 'max.compaction.lag.ms': ${Math.min(longest, 7 * millisecondsOfDay)} } or up to ${longest}`,
            ),
        );
    }
  },
};

/** Flows of bridges, each with the topic that passes. */
function* bridged({ flows, bridges, topics }: Draft) {
  for (const flow of flows) {
    const bridge = bridges.get(flow.application);
    const topic = topics.get(flow.topic);
    if (bridge && topic) yield { flow, bridge, topic };
  }
}

const clear = ({ issuer }: Bridge): boolean => !issuer;

export const bridgedEncrypted: Rule = {
  code: 'KFK-X070',
  severity: 'error',
  title: 'Sensitive records pass a bridge over HTTPS only, wherever data counts',
  source: 'best practice: encrypt in transit; GDPR, security of processing, article 32(1)(a)',
  *check(draft) {
    const { profile, disposable } = draft.environment;
    if (disposable) return;
    for (const { flow, bridge, topic } of bridged(draft))
      if (clear(bridge) && handlingOf(profile, topic).encrypted)
        yield askedFor(
          askedBy(profile, topic, ({ encrypted }) => encrypted),
          at(flow)
            .problem(`${topic.classification} data passes '${bridge.name}' in the clear`)
            .fix(
              `name a ClusterIssuer of cert-manager: bridges.${bridge.name}.issuer, or take the topic from the bridge`,
            ),
        );
  },
};

export const bridgedToKnown: Rule = {
  code: 'KFK-X071',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Sensitive records pass no bridge that asks nobody who he is',
  source: 'https://strimzi.io/docs/bridge/latest/: whoever reaches a bridge acts as its user',
  *check(draft) {
    const { profile } = draft.environment;
    for (const { flow, bridge, topic } of bridged(draft))
      if (handlingOf(profile, topic).callersKnown)
        yield at(flow)
          .problem(`whoever reaches '${bridge.name}' gets at ${topic.classification} data, and nobody knows who it was`)
          .fix('let an application of its own read or write it by Kafka, with a credential of its own');
  },
};

export const deadLetterAsSource: Rule = {
  code: 'KFK-X078',
  severity: 'error',
  title: 'A dead letter that is described by hand is classified as its source, or as more than that',
  source: 'a record is as sensitive where it failed as where it came from',
  *check({ topics, flows }) {
    for (const flow of flows) {
      if (flow.direction !== 'consume' || !flow.deadLetter) continue;
      const source = topics.get(flow.topic);
      const dead = topics.get(flow.deadLetter.topic);
      if (source && dead?.role === 'records' && compareClassifications(dead.classification, source.classification) < 0)
        yield at(dead, 'classification')
          .problem(
            `it takes records of '${source.name}', which are ${source.classification}, as ${dead.classification}`,
          )
          .fix(`write classification: '${source.classification}'`);
    }
  },
};

export const classificationRules: readonly Rule[] = [
  classified,
  retentionWithin,
  compactedIsErasable,
  compactionInTime,
  ...readerRules,
  bridgedEncrypted,
  bridgedToKnown,
  ...custodyRules,
  deadLetterAsSource,
  ...overrideRules,
];
