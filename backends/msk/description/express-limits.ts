import type { Limit } from '../../../model/limits';
import type { ExpressInstance } from './instances';

const source = 'https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-express-quota';
const common = { measure: 'replicas-per-broker', unit: 'replicas a broker', source, read: '2026-11-21' } as const;

const advised = (code: string, max: number, ...sizes: ExpressInstance[]): Limit => ({
  ...common,
  code,
  title: `${sizes.join(' and ')} hold as many replicas a broker as AWS advises`,
  max,
  tiers: sizes,
  severity: 'warning',
});

/** Above it MSK makes no topic and no partition, and takes no new configuration. */
const most = (code: string, max: number, size: ExpressInstance): Limit => ({
  ...common,
  code,
  title: `${size} holds no more replicas a broker than MSK allows`,
  max,
  tiers: [size],
  severity: 'error',
});

/** What express brokers hold. */
export const expressLimits: readonly Limit[] = [
  advised('KFK-L320', 1000, 'express.m7g.large', 'express.m7g.xlarge'),
  advised('KFK-L321', 2500, 'express.m7g.2xlarge'),
  advised('KFK-L322', 6000, 'express.m7g.4xlarge'),
  advised('KFK-L323', 12000, 'express.m7g.8xlarge'),
  advised('KFK-L324', 16000, 'express.m7g.12xlarge'),
  advised('KFK-L325', 20000, 'express.m7g.16xlarge'),
  most('KFK-L326', 1500, 'express.m7g.large'),
  most('KFK-L327', 2000, 'express.m7g.xlarge'),
  most('KFK-L328', 4000, 'express.m7g.2xlarge'),
  most('KFK-L329', 8000, 'express.m7g.4xlarge'),
  most('KFK-L330', 16000, 'express.m7g.8xlarge'),
  most('KFK-L331', 24000, 'express.m7g.12xlarge'),
  most('KFK-L332', 32000, 'express.m7g.16xlarge'),
];
