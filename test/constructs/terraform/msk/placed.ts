import type { TerraformStack } from 'cdktf';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

/** The resources of a stack that has the provider of AWS, by their addresses. */
export const placed = (place: (stack: TerraformStack) => void) =>
  Object.fromEntries(
    resourcesOf(
      synthesized((stack) => {
        new MskProvider(stack, 'aws', { region: 'eu-west-1' });
        place(stack);
      }),
    ),
  );
