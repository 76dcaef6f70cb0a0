import type { DemoClaims } from './demo-issuer.js';

/** What the demo's callers may ask for. */
export const demoPurposes = ['AUDIT', 'DASHBOARD', 'INVESTIGATION', 'RESEARCH'] as const;

/** Every scope that the demo's contracts and policies ask for. */
export const demoScopes = [
  'budgets:read',
  'declarations:personal',
  'declarations:read',
  'investigations:findings',
  'investigations:read',
  'investigations:unpublished',
  'links:decide',
] as const;

/** The invented callers of the demo, besides `anonymous`, who needs no token. */
export const demoCallers: ReadonlyMap<string, DemoClaims> = new Map([
  [
    'dashboard',
    {
      sub: 'dashboard',
      kind: 'service',
      org: 'civic-charts',
      scopes: ['budgets:read', 'declarations:read'],
      purposes: ['DASHBOARD'],
    },
  ],
  [
    'investigator',
    {
      sub: 'investigator',
      org: 'lantern-desk',
      scopes: ['declarations:personal', 'investigations:findings', 'investigations:read', 'links:decide'],
      purposes: ['INVESTIGATION'],
    },
  ],
  ['member-analyst', { sub: 'member-analyst', org: 'plain-pages', scopes: [], purposes: ['RESEARCH'] }],
  [
    'lead',
    {
      sub: 'lead',
      org: 'harbour-watch',
      scopes: demoScopes,
      clearance: 'TLP:RED',
      purposes: ['INVESTIGATION'],
    },
  ],
] satisfies [string, DemoClaims][]);

/** Organisations of the demo that are no members. */
export const demoOutsiders = ['civic-charts'] as const;
