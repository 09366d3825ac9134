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

/** Characters of a managed policy that count; white space does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyCharacters = 6144;

/** Policies that a role may have, unless its account's quota was raised. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policiesPerRole = 10;

export interface PolicyOptions {
  /** The ARN of a resource; it may hold Terraform expressions. */
  readonly arnOf: (resource: MskResource) => string;
  /** The longest that the cluster's ARN can be once Terraform knows it. Default: 180, which no cluster's ARN exceeds. */
  readonly clusterArnLength?: number;
  /** Default: {@link policyCharacters}. */
  readonly characters?: number;
}

/**
 * As few policy documents as hold the statements in their order, none above IAM's limit. A statement whose resources do
 * not fit is continued, with the same actions, in the next document.
 */
export function policyDocuments(
  statements: readonly Statement[],
  { arnOf, clusterArnLength = 180, characters = policyCharacters }: PolicyOptions,
): string[] {
  const documents: Block[][] = [];
  let room = 0;
  for (const { effect, actions, resources } of statements) {
    const frame = lengthOfFrame({ effect, actions });
    let open: Block | undefined;
    for (const resource of resources) {
      const needed = lengthOf(resource, clusterArnLength);
      if (documents.length === 0 || needed + (open ? 0 : frame) > room) {
        documents.push([]);
        room = characters - emptyDocument;
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
}

const documentText = (blocks: readonly Block[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: blocks.map(({ effect, actions, arns }) => ({ Effect: effect, Action: actions, Resource: arns })),
  });

const emptyDocument = documentText([]).length;

/** A statement without its resources, and the comma after it. */
const lengthOfFrame = (statement: Omit<Block, 'arns'>): number =>
  documentText([{ ...statement, arns: [] }]).length - emptyDocument + 1;

/** An ARN, two quotes and a comma. */
const lengthOf = ({ type, name }: MskResource, clusterArnLength: number): number =>
  clusterArnLength - 'cluster'.length + type.length + (name === undefined ? 0 : name.length + 1) + 3;
