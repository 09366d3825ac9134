import { own } from '../../../model/by-name';
import { kitCommand } from '../../../model/kit-command';
import { at } from '../../../model/problem';
import { isReason, reasonFix } from '../../../model/reason';
import { isDay } from '../../../model/removal';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

const acls = 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html, read 2026-11-21';

export const openUntil: Rule = {
  code: 'KFK-K370',
  severity: 'error',
  title: 'An MSK cluster is open until a day that is still to come, for a reason',
  source: acls,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { open } = mskSettings(cluster);
      if (!open) continue;
      if (!isDay(open.until))
        yield at(cluster, 'open', 'until').problem(`'${open.until}' is no day`).fix("write it as '2026-12-31'");
      else if (open.until < draft.today)
        yield at(cluster, 'open', 'until')
          .problem(`it was to be closed by ${open.until}`)
          .fix(`close it, by the plan of ${kitCommand(draft, 'explain', cluster.name)}; or say a later day, and why`);
      if (!isReason(open.reason))
        yield at(cluster, 'open', 'reason').problem(`'${open.reason}' says to nobody why`).fix(reasonFix);
    }
  },
};

export const isOpen: Rule = {
  code: 'KFK-K371',
  severity: 'warning',
  title: 'Nobody without an ACL gets at a topic of an MSK cluster',
  source: acls,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { open } = mskSettings(cluster);
      if (open)
        yield at(cluster, 'open')
          .problem(`until ${open.until} whoever signs in reads and writes every topic that has no ACL: ${open.reason}`)
          .fix(`${kitCommand(draft, 'explain', cluster.name)} says how it is closed`);
    }
  },
};

export const openBefore: Rule = {
  code: 'KFK-K372',
  severity: 'error',
  title: 'A new MSK cluster is closed from its first day',
  source: 'IAM is always on, so ACLs are written to a closed cluster, and nothing has to be open for that',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { open, existing } = mskSettings(cluster);
      if (open && existing === undefined && !own(draft.inventory.clusters, cluster.name))
        yield at(cluster, 'open')
          .problem(`'${draft.environment.name}' has no such cluster yet, so nobody relies on its being open`)
          .fix("leave it out; a cluster that was imported is recorded first, without 'open'");
    }
  },
};

export const somethingToClose: Rule = {
  code: 'KFK-K373',
  severity: 'error',
  title: 'Only an MSK cluster whose users ACLs bind can be open',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html: ACLs have no effect on IAM',
  *check(draft) {
    for (const cluster of mskClusters(draft))
      if (mskSettings(cluster).open && cluster.authentication.every((way) => way === 'iam'))
        yield at(cluster, 'open')
          .problem(
            'its applications sign in by IAM alone, whose policies let nobody in unasked: there is nothing to close',
          )
          .fix("leave it out; or add to authentication what the others sign in with ('scram-sha-512', 'mtls')");
  },
};

export const openRules: readonly Rule[] = [openUntil, isOpen, openBefore, somethingToClose];
