import type { Plugin, PluginArtifactInput } from '../../model/plugin';

/** A file of a plugin, in the words of Strimzi's `build.plugins[].artifacts[]`. */
export type BuildArtifact =
  | { readonly type: 'jar' | 'tgz' | 'zip'; readonly url: string; readonly sha512sum?: string }
  | {
      readonly type: 'maven';
      readonly repository: string;
      readonly group: string;
      readonly artifact: string;
      readonly version: string;
    };

/**
 * Strimzi's `maven` fetches a jar with all that it depends on, and checks nothing: a file with a checksum is fetched by its
 * address, and so is what `maven` does not know, classifiers and archives.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-MavenArtifact-reference
 */
export const pluginArtifacts = ({ artifacts, repository }: Pick<Plugin, 'artifacts' | 'repository'>): BuildArtifact[] =>
  artifacts.map((artifact) => {
    const { group, artifact: name, version, classifier, type = 'jar', sha512 } = artifact;
    if (!sha512 && !classifier && type === 'jar') return { type: 'maven', repository, group, artifact: name, version };
    return { type: archives[type], url: addressOf(artifact, repository), ...(sha512 ? { sha512sum: sha512 } : {}) };
  });

const archives = { jar: 'jar', 'tar.gz': 'tgz', zip: 'zip' } as const;

/** https://maven.apache.org/repository/layout.html */
const addressOf = ({ group, artifact, version, classifier, type = 'jar' }: PluginArtifactInput, repository: string) => {
  const file = [artifact, version, ...(classifier ? [classifier] : [])].join('-');
  return `${repository.replace(/\/$/, '')}/${group.replaceAll('.', '/')}/${artifact}/${version}/${file}.${type}`;
};
