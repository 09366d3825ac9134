import { endOfDay } from '../../model/days';

/** Something of a cluster that a policy can name, in the words of MSK's ARNs. */
export interface MskResource {
  readonly type: 'cluster' | 'topic' | 'group' | 'transactional-id';
  /** Ends with `*` where it is a prefix. Default: the cluster itself. */
  readonly name?: string;
}

/** One statement of an IAM policy. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** As `kafka-cluster:ReadData`. */
  readonly actions: readonly string[];
  readonly resources: readonly MskResource[];
}

/** What is permitted on something of AWS that no cluster has: a parameter, a secret, a key. */
export interface AwsStatement {
  /** As `ssm:GetParameter`. */
  readonly action: string | readonly string[];
  /** Whole, and at most {@link awsArnLength} characters each once Terraform knows it. */
  readonly arn: string | readonly string[];
  /** IAM's `Condition`: operator, key, value. Default: none. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is counted for an ARN outside the cluster: the longest is a secret's in `us-gov-west-1`, of 210. */
export const awsArnLength = 220;

/** Characters of a managed policy that count; white space does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const policyCharacters = 6144;

/** Policies that a role may have, unless its account's quota was raised. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policiesPerRole = 10;

/** Characters of a role's name, on the same page. */
export const roleNameLength = 64;

export interface PolicyOptions {
  /** The ARN of a resource; it may hold Terraform expressions. */
  readonly arnOf: (resource: MskResource) => string;
  /** The longest that the cluster's ARN can be once Terraform knows it. Default: 180, which no cluster's ARN exceeds. */
  readonly clusterArnLength?: number;
  /** What the documents begin with. Default: nothing. */
  readonly awsStatements?: readonly AwsStatement[];
  /** The last day on which they allow anything. Default: they have no end. */
  readonly until?: string;
}

/**
 * As few policy documents as hold the statements in their order, none above IAM's limit. A statement whose resources do
 * not fit is continued, with the same actions, in the next document.
 */
export function policyDocuments(
  statements: readonly Statement[],
  { arnOf, clusterArnLength = 180, awsStatements = [], until }: PolicyOptions,
): string[] {
  const documents: Block[][] = [];
  let room = 0;
  const asked = [
    ...awsStatements.map((statement) => askedOutside(statement, until)),
    ...statements.map((statement) => askedOnCluster(statement, { arnOf, clusterArnLength, until })),
  ];
  for (const { frame, frameLength, parts } of asked) {
    let open: Block | undefined;
    for (const { arn, length } of parts) {
      if (documents.length === 0 || length + (open ? 0 : frameLength) > room) {
        documents.push([]);
        room = policyCharacters - emptyDocument;
        open = undefined;
      }
      if (!open) {
        open = { ...frame, arns: [] };
        documents.at(-1)?.push(open);
        room -= frameLength;
      }
      open.arns.push(arn);
      room -= length;
    }
  }
  return documents.map(documentText);
}

/** A statement in the parts in which it may stand in several documents, each counted. */
interface Asked {
  readonly frame: Omit<Block, 'arns'>;
  readonly frameLength: number;
  readonly parts: readonly { readonly arn: string; readonly length: number }[];
}

function askedOnCluster(
  { effect, actions, resources }: Statement,
  { arnOf, clusterArnLength, until }: Pick<PolicyOptions, 'arnOf' | 'until'> & { readonly clusterArnLength: number },
): Asked {
  // A denial has no end: nothing is left then that it could take away.
  const frame = { effect, actions, condition: effect === 'Allow' ? endingAfter(until) : undefined };
  const parts = resources.map((resource) => ({ arn: arnOf(resource), length: lengthOf(resource, clusterArnLength) }));
  return { frame, frameLength: lengthOfFrame(frame), parts };
}

/** Whatever an ARN is worth in Terraform: in the resource, and in the condition where there is one. */
function askedOutside({ action, arn, condition }: AwsStatement, until: string | undefined): Asked {
  const ends = endingAfter(until);
  const both = ends ? { ...condition, ...ends } : condition;
  const frame = { effect: 'Allow' as const, actions: [action].flat(), condition: both };
  const parts = [arn].flat().map((one) => ({ arn: one, length: awsArnLength + 3 }));
  return { frame, frameLength: lengthOfFrame(frame) + (condition ? awsArnLength : 0), parts };
}

/**
 * IAM's own end: it knows the time of each request, whoever deploys or does not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime
 */
const endingAfter = (until: string | undefined): AwsStatement['condition'] =>
  until === undefined ? undefined : { DateLessThan: { 'aws:CurrentTime': endOfDay(until) } };

/** A statement, or the part of one that fits into a document. */
interface Block extends Pick<Statement, 'effect' | 'actions'> {
  readonly arns: string[];
  readonly condition?: AwsStatement['condition'];
}

const documentText = (blocks: readonly Block[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: blocks.map(({ effect, actions, arns, condition }) => ({
      Effect: effect,
      Action: actions,
      Resource: arns,
      Condition: condition,
    })),
  });

const emptyDocument = documentText([]).length;

/** A statement without its resources, and the comma after it. */
const lengthOfFrame = (statement: Omit<Block, 'arns'>): number =>
  documentText([{ ...statement, arns: [] }]).length - emptyDocument + 1;

/** An ARN, two quotes and a comma. */
const lengthOf = ({ type, name }: MskResource, clusterArnLength: number): number =>
  clusterArnLength - 'cluster'.length + type.length + (name === undefined ? 0 : name.length + 1) + 3;
