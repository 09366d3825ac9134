import type { Connector } from '../connector';
import type { Draft } from '../draft';
import { kafkaNameForm } from '../names';
import type { Postgres } from '../postgres';
import { at } from '../problem';
import type { Rule } from '../rule';

const debezium = 'https://debezium.io/documentation/reference/3.7/connectors/postgresql.html';

const captured = ({ connectors }: Draft): (Connector & { readonly postgres: Postgres })[] =>
  [...connectors.values()].flatMap((connector) => {
    const { postgres } = connector;
    return postgres ? [{ ...connector, postgres }] : [];
  });

export const tablesAreNamed: Rule = {
  code: 'KFK-C031',
  severity: 'error',
  title: 'Each table that is captured is named once, as schema.table, in letters that topics can have',
  source: `${debezium}#postgresql-topic-names`,
  *check(draft) {
    for (const connector of captured(draft)) {
      const { tables } = connector.postgres;
      if (tables.length === 0)
        yield at(connector, 'postgres', 'tables')
          .problem('no table is captured')
          .fix("name at least one: 'public.orders'");
      for (const [index, table] of tables.entries()) {
        const place = at(connector, 'postgres', 'tables', index);
        if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(table))
          yield place
            .problem(`'${table}' is not of the form schema.table in letters, digits, '_' and '-'`)
            .fix("write 'public.orders'; Debezium would give another table's topic a name that nobody described");
        if (tables.indexOf(table) < index) yield place.problem(`'${table}' is named twice`).fix('remove one of them');
      }
    }
  },
};

export const postgresForm: Rule = {
  code: 'KFK-C032',
  severity: 'error',
  title: 'A database is reached by a host and a port; slots, prefixes, partitions and heartbeats have their forms',
  source: 'https://www.postgresql.org/docs/15/warm-standby.html#STREAMING-REPLICATION-SLOTS',
  *check(draft) {
    for (const connector of captured(draft)) {
      const { host, port, database, slot, topicPrefix, partitions, heartbeat, publication } = connector.postgres;
      const field = (name: string) => at(connector, 'postgres', name);
      if (!/^[A-Za-z0-9.:-]+$/.test(host))
        yield field('host').problem(`'${host}' is no host`).fix("write 'database.example.com'");
      if (port < 1 || port > 65_535)
        yield field('port').problem(`${port} is given where 1 to 65535 are allowed`).fix('write 5432');
      if (database === '') yield field('database').problem('it has no name').fix('write its name');
      for (const [name, value] of Object.entries({ slot, ...(publication ? { publication } : {}) }))
        if (!/^[a-z0-9_]{1,63}$/.test(value))
          yield field(name)
            .problem(`PostgreSQL takes no ${name} called '${value}'`)
            .fix("use at most 63 lower-case letters, digits and '_'");
      if (!kafkaNameForm.test(topicPrefix))
        yield field('topicPrefix')
          .problem(`'${topicPrefix}' cannot begin the name of a topic`)
          .fix("use letters, digits, '.', '_' and '-'");
      if (partitions < 1)
        yield field('partitions').problem(`${partitions} is given where at least 1 is needed`).fix('write 1 or more');
      if (heartbeat < 1_000)
        yield field('heartbeat')
          .problem('so many heartbeats are a load of their own')
          .fix("write '1s' or more; '10s' is the default");
    }
  },
};

export const slotsApart: Rule = {
  code: 'KFK-C033',
  severity: 'error',
  title: 'No two connectors read by one slot, or write topics of one prefix',
  source: `${debezium}#postgresql-property-slot-name: a slot has one reader`,
  *check(draft) {
    const seen = new Map<string, string>();
    for (const connector of captured(draft)) {
      const { host, port, database, slot, topicPrefix } = connector.postgres;
      const taken = { slot: `slot ${host} ${port} ${database} ${slot}`, topicPrefix: `prefix ${topicPrefix}` };
      for (const [field, key] of Object.entries(taken)) {
        const other = seen.get(key);
        if (other)
          yield at(connector, 'postgres', field)
            .problem(`'${other}' has the same ${field === 'slot' ? 'replication slot' : 'topic prefix'}`)
            .fix('give each connector its own');
        else seen.set(key, connector.name);
      }
    }
  },
};

export const postgresRules: readonly Rule[] = [tablesAreNamed, postgresForm, slotsApart];
