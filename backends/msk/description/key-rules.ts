import { awsForms } from '../../../model/aws-forms';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

/** AWS Private CA signs for a root of so many years at most that anybody lives to renew it. */
const longestRoot = 30;

/** What is wrong with the ARN of something that a cluster of the region uses. */
function arnProblem(arn: string, region: string, form: RegExp, noun: string): string | undefined {
  const found = form.exec(arn);
  if (!found) return `'${arn}' is not the ARN of ${noun}`;
  return found[1] === region ? undefined : `it is in ${found[1]}, and the cluster in ${region}`;
}

const authorityForm = /^arn:aws[\w-]*:acm-pca:([\w-]+):\d{12}:certificate-authority\/[\w-]+$/;

export const keyIsUsable: Rule = {
  code: 'KFK-K331',
  severity: 'error',
  title: "The key of an MSK cluster's disks is told by the ARN of a key in the cluster's region",
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html, https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { encryptionKey, region } = mskSettings(cluster);
      const problem =
        encryptionKey === undefined
          ? undefined
          : arnProblem(encryptionKey, region, awsForms.kmsKey.form, 'a KMS key; an alias is none');
      if (problem)
        yield at(cluster, 'encryptionKey')
          .problem(problem)
          .fix(`write 'arn:aws:kms:${region}:<account>:key/<id>', or leave it out: one is made`);
    }
  },
};

export const authorityIsUsable: Rule = {
  code: 'KFK-K332',
  severity: 'error',
  title: "The authority of an MSK cluster is one of AWS Private CA in the cluster's region, or can be made",
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { certificateAuthority: said, region } = mskSettings(cluster);
      if (said === undefined) continue;
      const problem =
        typeof said === 'string' ? arnProblem(said, region, authorityForm, 'an AWS Private CA') : undefined;
      if (problem)
        yield at(cluster, 'certificateAuthority')
          .problem(problem)
          .fix(`write 'arn:aws:acm-pca:${region}:<account>:certificate-authority/<id>', or {}: one is made`);
      if (typeof said === 'string') continue;
      const { years = 10, commonName = '' } = said;
      if (years < 1 || years > longestRoot)
        yield at(cluster, 'certificateAuthority', 'years')
          .problem(`${years} years are not within 1 and ${longestRoot}`)
          .fix('write 10');
      if (commonName.length > 64)
        yield at(cluster, 'certificateAuthority', 'commonName')
          .problem(`a common name has 64 characters at most; it has ${commonName.length}`)
          .fix('write a shorter one');
    }
  },
};

/** Months that a certificate of AWS Certificate Manager is valid: it renews two months before the end, and an authority signs nothing that outlives it. */
const signedForMonths = 13;

export const authorityOutlivesWhatItSigns: Rule = {
  code: 'KFK-K520',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'An authority of AWS Private CA can sign for years: nobody renews its own certificate',
  source:
    'https://docs.aws.amazon.com/acm/latest/userguide/private-certificates.title.html: 13 months each, and a request that would outlive the authority fails',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { certificateAuthority: said } = mskSettings(cluster);
      if (said === undefined || typeof said === 'string') continue;
      const { years = 10 } = said;
      // Two of them one after the other, or clients are refused within two years of the first deploy.
      if (years >= 1 && years * 12 < 2 * signedForMonths)
        yield at(cluster, 'certificateAuthority', 'years')
          .problem(
            `its certificates are valid for ${signedForMonths} months each, and it signs none that ends after itself: the last can be renewed after ${Math.max(0, years * 12 - signedForMonths)} months`,
          )
          .fix('write 3 or more');
    }
  },
};

export const certificatesHaveAuthority: Rule = {
  code: 'KFK-K333',
  severity: 'error',
  title: 'An MSK cluster takes client certificates by an authority, and has an authority for them alone',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { certificateAuthority, kind } = mskSettings(cluster);
      const index = cluster.authentication.indexOf('mtls');
      if (index >= 0 && certificateAuthority === undefined && kind !== 'serverless')
        yield at(cluster, 'authentication', index)
          .problem("'mtls' needs an authority whose certificates are let in")
          .fix('write certificateAuthority: the ARN of an AWS Private CA, or {}: one is made');
      if (index < 0 && certificateAuthority !== undefined && kind !== 'serverless')
        yield at(cluster, 'certificateAuthority')
          .problem("nobody signs in by a certificate: 'mtls' is not in authentication")
          .fix("add 'mtls' to authentication, or leave it out");
    }
  },
};

export const keyRules: readonly Rule[] = [
  keyIsUsable,
  authorityIsUsable,
  authorityOutlivesWhatItSigns,
  certificatesHaveAuthority,
];
