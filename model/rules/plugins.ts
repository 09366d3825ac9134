import { labelFix, labelForm } from '../names';
import { at } from '../problem';
import type { Rule } from '../rule';

const artifacts = 'https://strimzi.io/docs/operators/latest/configuring.html#type-Plugin-reference';

export const pluginForm: Rule = {
  code: 'KFK-C029',
  severity: 'error',
  title: 'A plugin has a name, files, a repository that is reached by TLS, and checksums that can be true',
  source: artifacts,
  *check({ plugins }) {
    for (const plugin of plugins.values()) {
      if (!labelForm.test(plugin.name))
        yield at(plugin).problem(`'${plugin.name}' cannot be the name of a plugin`).fix(`${labelFix}: 'debezium'`);
      if (plugin.artifacts.length === 0)
        yield at(plugin, 'artifacts').problem('it is made of nothing').fix('name at least one file');
      if (!/^https:\/\/[^\s?#@]+$/.test(plugin.repository))
        yield at(plugin, 'repository')
          .problem(`'${plugin.repository.replace(/\/\/.*@/, '//…@')}' is no address of a Maven repository over TLS`)
          .fix("write 'https://repo1.maven.org/maven2', or remove it; an address holds no credential");
      for (const [index, { sha512 }] of plugin.artifacts.entries())
        if (sha512 !== undefined && !/^[0-9a-f]{128}$/i.test(sha512))
          yield at(plugin, 'artifacts', index, 'sha512')
            .problem(`'${sha512}' is no SHA-512: it has 128 hexadecimal digits`)
            .fix('write what `sha512sum` prints of the file');
    }
  },
};

export const productionChecks: Rule = {
  code: 'KFK-C030',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production an image is built only from files whose checksums are known',
  source:
    'https://slsa.dev/spec/v1.0/threats#dependency-threats: whatever a repository serves runs with access to records',
  *check({ plugins, connectClusters }) {
    const built = new Set([...connectClusters.values()].flatMap((one) => (one.build ? one.plugins : [])));
    for (const plugin of plugins.values())
      for (const [index, { artifact, sha512 }] of plugin.artifacts.entries())
        if (built.has(plugin.name) && sha512 === undefined)
          yield at(plugin, 'artifacts', index)
            .problem(`'${artifact}' has no checksum`)
            .fix('add sha512: what `sha512sum` prints of the file');
  },
};

export const pluginRules: readonly Rule[] = [pluginForm, productionChecks];
