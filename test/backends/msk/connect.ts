import { serviceOf } from '../../../backends/terraform';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { type Description, small } from '../../support/describe';
import { synthesized } from '../../support/synthesize';
import { connect } from './services.cases';

export const described = (changes: object = {}) =>
  changed<Description>(
    small,
    connect({
      'platform.connectors.archive.secrets': { 'access.key': { secret: 'archive-store', key: 'key' } },
      'platform.connectors.archive.consumes': { 'orders.created': { deadLetter: { attempts: 2 } } },
      ...changes,
    }),
  );
export const outputOf = (resolved: Resolved) =>
  synthesized((stack) => {
    for (const service of resolved.services) serviceOf(service).place(stack, service, resolved);
  });
