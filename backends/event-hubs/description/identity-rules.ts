import type { Application } from '../../../model/application';
import { azureForms } from '../../../model/azure-forms';
import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';
import { dnsLabelFix, dnsLabelForm } from '../../../model/kubernetes-name';
import { useInstead } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { eventHubsSettings } from './cluster';
import { namespaces } from './namespaces';

const names = 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules';

const applicationsOn = ({ applications }: Draft, cluster: Cluster): Application[] =>
  [...applications.values()].filter((application) => application.cluster === cluster.name);

export const identityOfApplication: Rule = {
  code: 'KFK-K245',
  severity: 'error',
  title: 'An identity that exists is that of an application of its cluster',
  source: "users' pain: a misspelled name that silently does nothing",
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const known = applicationsOn(draft, cluster).map(({ name }) => name);
      for (const name of Object.keys(eventHubsSettings(cluster).identities?.existing ?? {}))
        if (!known.includes(name) && !draft.broken.has('applications', name))
          yield at(cluster, 'identities', 'existing', name)
            .problem(`'${cluster.name}' has no application '${name}'`)
            .fix(useInstead(name, known));
    }
  },
};

export const identityIsOwn: Rule = {
  code: 'KFK-K246',
  severity: 'error',
  title: 'No two applications are the same identity',
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/overview: roles add up, so each would have what the other needs',
  *check(draft) {
    const seen = new Map<string, string>();
    for (const cluster of namespaces(draft)) {
      const { identities, resourceGroup } = eventHubsSettings(cluster);
      for (const [application, said] of Object.entries(identities?.existing ?? {})) {
        const identity = `${said.resourceGroup ?? resourceGroup}/${said.name}`.toLowerCase();
        const other = seen.get(identity);
        if (other !== undefined && other !== application)
          yield at(cluster, 'identities', 'existing', application)
            .problem(`'${said.name}' is '${other}' already: each would have what the other may do`)
            .fix('give each an identity of its own, or leave it out and one is made');
        else seen.set(identity, application);
      }
    }
  },
};

const { identityName, resourceGroup } = azureForms;

export const identityForms: Rule = {
  code: 'KFK-K247',
  severity: 'error',
  title: 'Issuers, namespaces and identities have the form that Azure and Kubernetes gave them',
  source: `${names}#microsoftmanagedidentity; https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations`,
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { identities = {} } = eventHubsSettings(cluster);
      const { issuer, namespace, existing = {} } = identities;
      if (issuer !== undefined && !/^https:\/\/[^\s?#]+$/.test(issuer))
        yield at(cluster, 'identities', 'issuer')
          .problem(`'${issuer}' is no address of an OpenID Connect issuer`)
          .fix('give it as `az aks show --query oidcIssuerProfile.issuerUrl` prints it: https://…');
      if (issuer === undefined && namespace !== undefined)
        yield at(cluster, 'identities', 'namespace')
          .problem(`'${namespace}' is read only where an issuer federates service accounts`)
          .fix('give the issuer, or remove it');
      // Of the environment's own namespace its own rule tells.
      if (issuer !== undefined && namespace !== undefined && !dnsLabelForm.test(namespace))
        yield at(cluster, 'identities', 'namespace')
          .problem(`'${namespace}' cannot be the name of a namespace`)
          .fix(dnsLabelFix);
      if (issuer !== undefined)
        for (const application of applicationsOn(draft, cluster))
          if (application.namespace !== undefined && !dnsLabelForm.test(application.namespace))
            yield at(application, 'namespace')
              .problem(`'${application.namespace}' cannot be the name of a namespace`)
              .fix(dnsLabelFix);
      for (const [application, said] of Object.entries(existing)) {
        const place = (field: string) => at(cluster, 'identities', 'existing', application, field);
        if (!identityName.form.test(said.name))
          yield place('name').problem(`'${said.name}' cannot be the name of an identity`).fix(identityName.fix);
        if (said.resourceGroup !== undefined && !resourceGroup.form.test(said.resourceGroup))
          yield place('resourceGroup')
            .problem(`'${said.resourceGroup}' cannot be the name of a resource group`)
            .fix(resourceGroup.fix);
      }
    }
  },
};

export const identityRules: readonly Rule[] = [identityOfApplication, identityIsOwn, identityForms];
