import type { Form } from './form';

/** EC2's ids have 17 hexadecimal digits; those from before 2016 have 8. */
const idOf = (prefix: string): Form => ({
  form: new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`),
  fix: `write '${prefix}-…' with 17 hexadecimal digits`,
});

/** How things of AWS are written; none is changed silently. An ARN's first group is its region, where it has one. */
export const awsForms = {
  /** Partitions of one and of two words: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`. */
  region: { form: /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/, fix: "write a region such as 'eu-west-1'" },
  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, read 2026-11-21 */
  bucket: {
    form: /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    fix: "use its name alone: 3 to 63 lower-case letters, digits, '-' and single '.', beginning and ending with a letter or digit, and none of the beginnings and endings that AWS keeps for itself",
  },
  vpc: idOf('vpc'),
  subnet: idOf('subnet'),
  securityGroup: idOf('sg'),
  /** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
  kmsKey: {
    form: /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/,
    fix: "use the key's ARN, as 'arn:aws:kms:eu-west-1:111122223333:key/…'; an alias may come to mean another key",
  },
  /**
   * What Terraform's S3 backend reads of them: the UUID of a known version, or a key of several regions.
   * internal/backend/remote-state/s3/validate.go of hashicorp/terraform, read 2026-11-21
   */
  kmsKeyOfState: {
    form: /^arn:aws(?:-[a-z]+)*:kms:([a-z0-9-]+):\d{12}:key\/(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/,
    problem: (given) => `'${given}' has an id that Terraform's backend does not read: it is no UUID of versions 1 to 5`,
    fix: "let the bucket's own encryption use this key, and leave kmsKey out; or use another key: its id is a UUID, or begins with 'mrk-'",
  },
  kmsAlias: { form: /^alias\/[\w/-]+$/, fix: "write 'alias/…'" },
  role: {
    form: /^arn:aws(?:-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    fix: "use the role's ARN, as 'arn:aws:iam::111122223333:role/NAME'",
  },
  account: { form: /^\d{12}$/, fix: 'write its twelve digits, in quotes' },
} as const satisfies Readonly<Record<string, Form>>;
