import { gunzipSync } from 'node:zlib';
import { obtainable, wheelOf } from './python';
import { unzipped } from './zip';

/** A shape of AWS' own models, from which its SDKs are made. https://github.com/boto/botocore/tree/develop/botocore/data */
export interface Shape {
  readonly type:
    | 'structure'
    | 'list'
    | 'map'
    | 'string'
    | 'integer'
    | 'long'
    | 'double'
    | 'float'
    | 'boolean'
    | 'blob'
    | 'timestamp';
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly required?: readonly string[];
  /** Exactly one member is there. */
  readonly union?: boolean;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

export interface ServiceModel {
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** The version of each service's API, as botocore's folders have it. */
const versions = {
  'acm-pca': '2017-08-22',
  'application-autoscaling': '2016-02-06',
  cloudtrail: '2013-11-01',
  cloudwatch: '2010-08-01',
  ec2: '2016-11-15',
  eks: '2017-11-01',
  firehose: '2015-08-04',
  glue: '2017-03-31',
  iam: '2010-05-08',
  kafka: '2018-11-14',
  kafkaconnect: '2021-09-14',
  kms: '2014-11-01',
  logs: '2014-03-28',
  s3: '2006-03-01',
  secretsmanager: '2017-10-17',
  ssm: '2014-11-06',
  sts: '2011-06-15',
} as const;

export type Service = keyof typeof versions;

/** Whether the models lie here or can come. */
export const botocoreIsThere = obtainable('botocore');

const models = new Map<Service, ServiceModel>();

/** The model of a service, out of the wheel that is pinned. */
export function modelOf(service: Service): ServiceModel {
  const known = models.get(service);
  if (known) return known;
  const path = `botocore/data/${service}/${versions[service]}/service-2.json.gz`;
  const model = JSON.parse(gunzipSync(unzipped(wheelOf('botocore'), path)).toString('utf8')) as ServiceModel;
  models.set(service, model);
  return model;
}
