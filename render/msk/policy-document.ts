/** One statement of an IAM policy. */
export interface Statement<Resource> {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly Resource[];
}

/** Characters of a managed policy that count; white space does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyCharacters = 6144;

export interface SplitOptions<Resource> {
  /** The text of a resource in the document; it may hold Terraform expressions. */
  readonly arnOf: (resource: Resource) => string;
  /** How many characters that text has once Terraform has filled it in. */
  readonly lengthOf: (resource: Resource) => number;
  /** Default: {@link policyCharacters}. */
  readonly characters?: number;
}

/**
 * As few policy documents as hold the statements in their order, none above IAM's limit. A statement whose resources do
 * not fit is continued, with the same actions, in the next document.
 */
export function policyDocuments<Resource>(
  statements: readonly Statement<Resource>[],
  { arnOf, lengthOf, characters = policyCharacters }: SplitOptions<Resource>,
): string[] {
  const documents: Statement<string>[][] = [];
  let room = 0;
  for (const statement of statements) {
    const frame = lengthOfFrame(statement);
    let open: string[] | undefined;
    for (const resource of statement.resources) {
      // Two quotes and a comma.
      const needed = lengthOf(resource) + 3;
      if (documents.length === 0 || needed + (open ? 0 : frame) > room) {
        documents.push([]);
        room = characters - emptyDocument;
        open = undefined;
      }
      if (!open) {
        open = [];
        documents.at(-1)?.push({ ...statement, resources: open });
        room -= frame;
      }
      open.push(arnOf(resource));
      room -= needed;
    }
  }
  return documents.map(documentText);
}

const documentText = (statements: readonly Statement<string>[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map(({ effect, actions, resources }) => ({
      Effect: effect,
      Action: actions,
      Resource: resources,
    })),
  });

const emptyDocument = documentText([]).length;

/** A statement without its resources, and the comma after it. */
const lengthOfFrame = ({ effect, actions }: Statement<unknown>): number =>
  documentText([{ effect, actions, resources: [] }]).length - emptyDocument + 1;
