import { lacking } from '../../model/audit-gaps';
import { dayAfter, millisecondsOfDay } from '../../model/days';
import type { Resolved } from '../../model/resolved';
import type { Evidence } from './evidence-shape';

type Told = Pick<Evidence, 'clusters' | 'topics' | 'streams' | 'credentials' | 'operators' | 'written' | 'day'> &
  Pick<Resolved, 'ended'>;

/** What somebody has to look at before an auditor does, each in a sentence. */
export function attentionOf(told: Told): Evidence['attention'] {
  return [...ofTopics(told), ...ofCredentials(told), ...ofClusters(told), ...ofPeople(told)];
}

function* ofTopics({ topics, streams }: Told): Iterable<Evidence['attention'][number]> {
  for (const { application, prefix, classification } of streams)
    if (classification === 'personal' || classification === 'confidential')
      yield {
        what: `it keeps ${classification} records in topics '${prefix}…' of its own, and nothing here says how long`,
        where: application,
      };
  for (const { name, role, classified, classification, retention, overridden } of topics) {
    for (const { field, platform, here } of overridden)
      yield { what: `its ${field} in this environment is ${here}; the platform says ${platform}`, where: name };
    if (!classified && role === 'records')
      yield { what: `nobody said how it is classified; it counts as ${classification}`, where: name };
    if (retention.within) continue;
    const stay = retention.days === null ? 'for ever' : `${retention.days} days`;
    yield {
      what:
        retention.compacted && retention.days === null
          ? `${classification} records stay as long as their key, and nobody says how one is erased`
          : `${classification} records stay ${stay}; ${retention.atMost} days are allowed`,
      where: name,
    };
  }
}

function* ofCredentials({ credentials }: Told): Iterable<Evidence['attention'][number]> {
  for (const { who, overdue, since, due, overlap } of credentials) {
    if (overdue)
      yield {
        what:
          since === null ? 'nobody recorded since when its credential is there' : `its credential was due on ${due}`,
        where: who,
      };
    if (overlap) yield { what: 'a rotation has begun, and nobody has ended it', where: who };
  }
}

function* ofClusters({ clusters }: Told): Iterable<Evidence['attention'][number]> {
  for (const { name, inClear, exposures, audit } of clusters) {
    for (const listener of inClear ?? [])
      yield { what: `its listener '${listener}' takes clients without TLS`, where: name };
    for (const exposure of exposures) yield { what: exposure, where: name };
    if (!audit.asked) continue;
    for (const { feature, support, accepted } of audit.recorded)
      if (support === 'unsupported')
        yield {
          what: `${lacking[feature]} (${feature})${accepted ? `, which ${accepted.owner} accepts until ${accepted.until}` : ''}`,
          where: name,
        };
    if (!audit.kept) yield { what: 'nothing that is described keeps its audit log', where: name };
    else if (audit.kept.days < audit.daysAsked)
      yield { what: `its audit log is kept for ${audit.kept.days} days of ${audit.daysAsked}`, where: name };
    if (audit.kept?.locked === false) yield { what: `what ${audit.kept.name} keeps may still be deleted`, where: name };
  }
}

function* ofPeople({ operators, ended, written, day }: Told): Iterable<Evidence['attention'][number]> {
  for (const { name, role, until, reason } of operators)
    if (role === 'break-glass')
      yield { what: `glass is broken until ${until}: ${reason ?? 'nobody says why'}`, where: name };
  for (const { operator, left } of ended)
    yield { what: `its last day was ${operator.until}: ${left}`, where: operator.name };
  for (const { kind, of, where, until, used } of written) {
    if (used === false) yield { what: `the ${kind} of ${of} sets nothing aside any more`, where };
    if (until < soon(day)) yield { what: `the ${kind} of ${of} ends on ${until}`, where };
  }
}

const soon = (day: string): string => dayAfter(day, 30 * millisecondsOfDay);
