import { note, table } from '../reference';
import { deployerActions } from './deployer-actions';

/** What whoever applies stacks on AWS must be allowed, by what is in them. */
export function deployerPage(): string {
  const rows = Object.entries(deployerActions)
    .filter(([, { actions }]) => actions.length > 0)
    .map(([type, { actions, on }]) => [`\`${type}\``, [...actions].sort().join(', '), on]);
  return `# What deploying on AWS needs

${note}

The actions of IAM that Terraform's provider, or the service behind it, asks for: to make, read, change and delete each type that a stack of the kit holds. \`grep -ho '"aws_[a-z_]*": {' out/<environment>/terraform/stacks/*/cdk.tf.json | sort -u\` tells which are in yours. State in S3 and its key come on top: [state](state.md).

A role that may make IAM policies and attach them may give anybody anything: give the pipeline's role a permissions boundary, or a condition on \`iam:PolicyARN\`, that holds it to policies called after the environment.

Tests hold each action against IAM's own list of actions, and each type of every stack against this table. Nothing was tried on AWS.

${table(['type', 'actions', 'on'], rows)}
`;
}
