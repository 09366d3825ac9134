import type { TerraformStack } from 'cdktf';
import { AzapiProvider } from '../../../../constructs/terraform/event-hubs/azapi';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

/** A stack with both providers, and what is placed in it. */
export const output = (place: (stack: TerraformStack) => void) =>
  synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm');
    new AzapiProvider(stack, 'azapi');
    place(stack);
  });
export const placed = (place: (stack: TerraformStack) => void) => resourcesOf(output(place));

/** A construct, the least that it needs, what that becomes, and what each further prop changes. */
interface Row<Props> {
  readonly of: new (stack: TerraformStack, id: string, props: Props) => unknown;
  /** Where it is. */
  readonly address: string;
  readonly least: Props;
  readonly becomes: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<{
    [prop in keyof Props]-?: readonly [Props[prop], Readonly<Record<string, unknown>>, address?: string];
  }>;
}
type AnyRow = Row<Record<string, unknown>>;
export const row = <Props>(construct: Row<Props>) => construct as unknown as AnyRow;

/** Each construct has its defaults, and every prop changes what it becomes; as tests. */
export function changedByEachProp(constructs: readonly AnyRow[]): void {
  describe.each(constructs.map((construct) => [construct.of.name, construct] as const))('%s', (_, construct) => {
    const { of: Construct, address, least, becomes, changes } = construct;
    const made = (props: Record<string, unknown>, at = address) =>
      placed((stack) => new Construct(stack, 'it', props)).get(at);

    test('with the least that it needs has its defaults and nothing else', () => {
      expect(made(least)).toEqual(becomes);
    });

    test.each(Object.entries(changes))('%s changes what it becomes', (prop, [value, changed, elsewhere]) => {
      const props = { ...least, [prop]: value };
      if (elsewhere) {
        expect(made(props, elsewhere)).toMatchObject(changed);
        expect(made(least, elsewhere) ?? {}).not.toMatchObject(changed);
      } else expect(made(props)).toEqual({ ...becomes, ...changed });
    });
  });
}

/** What many of them have. */
export const place = { location: 'westeurope', resourceGroupName: 'kafka' };
export const tags = [{ team: 'a' }, { tags: { team: 'a' } }] as const;
export const unprotected = [false, { lifecycle: undefined }] as const;
export const kept = { lifecycle: { prevent_destroy: true } };
