import type { CredentialRotation, Rotations } from '../../model/rotations';
import type { RuleCase } from './rule-case';

const of = (rotation: Partial<CredentialRotation>, application = 'shop'): Rotations => ({
  applications: { [application]: { version: 2, since: '2026-11-01', second: true, ...rotation } },
});
const both = (since: string): Rotations => ({
  applications: { shop: { version: 1, since }, billing: { version: 1, since } },
});
const regulated = { profile: 'regulated' };

/** By code; the description is judged on 2026-11-21. */
export const rotationCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X040': { failing: {}, rotations: of({}, 'shopp'), nearly: {}, nearlyRotations: of({}) },
  'KFK-X041': {
    failing: {},
    rotations: of({ overlap: 'delivered', since: '2026-11-06' }),
    nearly: {},
    nearlyRotations: of({ overlap: 'delivered', since: '2026-11-07' }),
  },
  'KFK-X042': {
    failing: { 'secrets.lasts': '90d' },
    rotations: both('2026-08-22'),
    nearly: { 'secrets.lasts': '90d' },
    nearlyRotations: both('2026-08-23'),
  },
  'KFK-X043': {
    failing: { ...regulated, 'secrets.lasts': '366d' },
    nearly: { ...regulated, 'secrets.lasts': '365d' },
  },
  'KFK-X044': { failing: { ...regulated, 'secrets.users': 'one' }, nearly: { ...regulated, 'secrets.users': 'two' } },
  'KFK-X045': {
    failing: { 'secrets.versions': { shop: 2 } },
    nearly: { 'secrets.versions': { billing: 2 } },
    rotations: of({}),
  },
  'KFK-X049': {
    failing: {},
    rotations: of({ since: '2026-11-22' }),
    nearly: {},
    nearlyRotations: of({ since: '2026-11-21' }),
  },
  'KFK-X047': { failing: { 'secrets.lasts': '36h' }, nearly: { 'secrets.lasts': '48h' } },
  'KFK-X048': {
    failing: { 'secrets.users': 'two', 'clusters.main.authentication': ['mtls'] },
    nearly: { 'secrets.lasts': '90d', 'clusters.main.authentication': ['mtls'] },
  },
};
