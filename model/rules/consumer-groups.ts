import { kafkaNameForm, terraformId } from '../names';
import { at } from '../problem';
import type { Rule } from '../rule';

export const ownGroup: Rule = {
  code: 'KFK-A003',
  severity: 'error',
  title: 'A consumer group belongs to one application',
  source: 'best practice: own group per subscriber; two applications in one group take records from each other',
  *check({ flows }) {
    const owners = new Map<string, string>();
    for (const flow of flows) {
      if (flow.direction !== 'consume') continue;
      const other = owners.get(flow.group) ?? flow.application;
      owners.set(flow.group, other);
      if (other !== flow.application)
        yield at(flow, 'group')
          .problem(`group '${flow.group}' is also the group of '${other}'`)
          .fix('give each application a group of its own');
    }
  },
};

export const groupName: Rule = {
  code: 'KFK-A004',
  severity: 'error',
  title: 'Groups and application ids use the letters of topic names',
  source: "users' pain: monitoring drops groups with other characters (MSK's lag metrics with ':')",
  *check({ flows, applications }) {
    const fix = "use letters, digits, '.', '_' and '-'";
    for (const flow of flows)
      if (
        flow.direction === 'consume' &&
        !kafkaNameForm.test(flow.group) &&
        !applications.get(flow.application)?.streams
      )
        yield at(flow, 'group').problem(`'${flow.group}' cannot be the name of a group`).fix(fix);
    for (const application of applications.values())
      if (application.streams && !kafkaNameForm.test(application.streams.applicationId))
        yield at(application, 'streams', 'applicationId')
          .problem(`'${application.streams.applicationId}' cannot be an application id`)
          .fix(fix);
  },
};

export const groupsDiffer: Rule = {
  code: 'KFK-A011',
  severity: 'error',
  title: "An application's groups differ in more than '.' and '_'",
  source: "users' pain: dots become underscores (Mongey #452); the permissions of both would share an address",
  *check({ flows }) {
    const seen = new Map<string, string>();
    for (const flow of flows) {
      if (flow.direction !== 'consume') continue;
      const key = `${flow.application} ${terraformId(flow.group)}`;
      const other = seen.get(key) ?? flow.group;
      seen.set(key, other);
      if (other !== flow.group)
        yield at(flow, 'group')
          .problem(`'${flow.group}' and '${other}' differ only in '.' and '_'`)
          .fix('use one group, or rename one of them');
    }
  },
};

export const streamsGroup: Rule = {
  code: 'KFK-A012',
  severity: 'error',
  title: "A stream processor's group is its application id",
  source: 'https://kafka.apache.org/documentation/#streamsconfigs_application.id: it is used as group.id',
  *check({ flows, applications }) {
    for (const flow of flows) {
      const streams = applications.get(flow.application)?.streams;
      if (flow.direction === 'consume' && streams && flow.group !== streams.applicationId)
        yield at(flow, 'group')
          .problem(`Kafka Streams consumes as the group '${streams.applicationId}', whatever this says`)
          .fix('remove group, or say streams.applicationId');
    }
  },
};

export const consumerGroupRules: readonly Rule[] = [ownGroup, groupName, groupsDiffer, streamsGroup];
