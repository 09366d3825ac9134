import { readFileSync } from 'node:fs';
import type { Resolved } from '../../../model/resolved';
import { synth } from '../../../workflows/synth/synth';
import { type Rendered, renderedIn } from './attributes';

/** A stack, as it is written. */
export interface Stack {
  readonly name: string;
  readonly text: string;
  /** How many resources cdktf made. */
  readonly made: number;
  readonly rendered: readonly Rendered[];
}

/** Every stack of an environment that azurerm reads. */
export async function azureStacks(resolved: Resolved, out: string): Promise<Stack[]> {
  const { stacks } = await synth(resolved, out);
  return stacks
    .map(({ name, config, resources }) => {
      const text = readFileSync(config, 'utf8');
      return { name, text, made: resources, rendered: renderedIn(text) };
    })
    .filter(({ text }) => JSON.parse(text).terraform.required_providers.azurerm !== undefined);
}

export const isResource = ({ type }: Rendered): boolean => !/^(data|ephemeral)\./.test(type);
