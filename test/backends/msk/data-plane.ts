import { dataPlaneOf } from '../../../backends/terraform';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';

export const on = (cluster: object, changes: object = {}) =>
  resolve(changed<Description>(small, { 'clusters.main': cluster, ...changes }));
export const outputOf = ({ shards }: Resolved) =>
  synthesized((stack) => {
    for (const shard of shards) dataPlaneOf(shard.cluster).place(stack, shard);
  });
export const made = (resolved: Resolved) => Object.fromEntries(resourcesOf(outputOf(resolved)));
export const addressesOf = (objects: object, start: string) =>
  Object.keys(objects).filter((it) => it.startsWith(start));
export const connection = (objects: ReturnType<typeof made>, name: string) =>
  String(objects[`aws_ssm_parameter.${name}`]?.value);
