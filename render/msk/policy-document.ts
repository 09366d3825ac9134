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
  /** IAM's `Condition`: operator, key, ARN. Default: none. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is counted for an ARN outside the cluster: the longest is a secret's in `us-gov-west-1`, of 210. */
export const awsArnLength = 220;

/** Characters of a managed policy that count; white space does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyCharacters = 6144;

/** Policies that a role may have, unless its account's quota was raised. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policiesPerRole = 10;

export interface PolicyOptions {
  /** The ARN of a resource; it may hold Terraform expressions. */
  readonly arnOf: (resource: MskResource) => string;
  /** The longest that the cluster's ARN can be once Terraform knows it. Default: 180, which no cluster's ARN exceeds. */
  readonly clusterArnLength?: number;
  /** What the documents begin with. Default: nothing. */
  readonly awsStatements?: readonly AwsStatement[];
  /** Default: {@link policyCharacters}. */
  readonly characters?: number;
}

/**
 * As few policy documents as hold the statements in their order, none above IAM's limit. A statement whose resources do
 * not fit is continued, with the same actions, in the next document.
 */
export function policyDocuments(
  statements: readonly Statement[],
  { arnOf, clusterArnLength = 180, awsStatements = [], characters = policyCharacters }: PolicyOptions,
): string[] {
  const documents: Block[][] = [];
  let room = 0;
  const begin = () => {
    documents.push([]);
    room = characters - emptyDocument;
  };
  for (const statement of awsStatements) {
    const needed = lengthOfAws(statement);
    if (documents.length === 0 || needed > room) begin();
    documents.at(-1)?.push(blockOf(statement));
    room -= needed;
  }
  for (const { effect, actions, resources } of statements) {
    const frame = lengthOfFrame({ effect, actions });
    let open: Block | undefined;
    for (const resource of resources) {
      const needed = lengthOf(resource, clusterArnLength);
      if (documents.length === 0 || needed + (open ? 0 : frame) > room) {
        begin();
        open = undefined;
      }
      if (!open) {
        open = { effect, actions, arns: [] };
        documents.at(-1)?.push(open);
        room -= frame;
      }
      open.arns.push(arnOf(resource));
      room -= needed;
    }
  }
  return documents.map(documentText);
}

/** A statement, or the part of one that fits into a document. */
interface Block extends Pick<Statement, 'effect' | 'actions'> {
  readonly arns: string[];
  readonly condition?: AwsStatement['condition'];
}

const blockOf = ({ action, arn, condition }: AwsStatement): Block => ({
  effect: 'Allow',
  actions: [action].flat(),
  arns: [arn].flat(),
  condition,
});

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

/** Whatever the ARN is worth in Terraform: in the resource, and in the condition where there is one. */
const lengthOfAws = (statement: AwsStatement): number => {
  const block = blockOf(statement);
  return lengthOfFrame(block) + (awsArnLength + 3) * block.arns.length + (statement.condition ? awsArnLength : 0);
};
