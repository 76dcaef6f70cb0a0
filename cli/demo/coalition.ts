import type { Domain } from '../../shared/domain/domains.js';

/** An invented member of the demo coalition. Ports follow the hub's in the order of the list. */
export interface DemoMember {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
  /** Country it works in most; one of `locales`. */
  readonly country: string;
  readonly languages: readonly string[];
  /** SPDX id of what it publishes. */
  readonly licence: string;
  /** The subgraph of its own that it brings besides. */
  readonly extension?: 'risk-notes';
}

/** The demo coalition as data: two members per domain, each in a country and script of its own. */
export const demoMembers: readonly DemoMember[] = [
  {
    id: 'harbour-watch',
    name: 'Harbour Watch',
    domain: 'investigations',
    country: 'PT',
    languages: ['eng', 'por'],
    licence: 'CC-BY-4.0',
    extension: 'risk-notes',
  },
  {
    id: 'open-ledger',
    name: 'Open Ledger',
    domain: 'budgets',
    country: 'KZ',
    languages: ['kaz', 'eng'],
    licence: 'CC0-1.0',
  },
  {
    id: 'glass-register',
    name: 'Glass Register',
    domain: 'asset-declarations',
    country: 'GR',
    languages: ['ell', 'eng'],
    licence: 'ODbL-1.0',
  },
  {
    id: 'lantern-desk',
    name: 'Lantern Desk',
    domain: 'investigations',
    country: 'GE',
    languages: ['kat', 'eng'],
    licence: 'CC-BY-SA-4.0',
  },
  {
    id: 'tally-room',
    name: 'Tally Room',
    domain: 'budgets',
    country: 'KR',
    languages: ['kor', 'eng'],
    licence: 'PDDL-1.0',
  },
  {
    id: 'plain-pages',
    name: 'Plain Pages',
    domain: 'asset-declarations',
    country: 'JO',
    languages: ['ara', 'eng'],
    licence: 'CC-BY-4.0',
  },
];

/** What all demo data grows from. Another seed gives another world. */
export const demoSeed = 'accord-demo-1';

/** The demo's "now": its timeline is fixed, so that the data is the same whenever it is generated. */
export const demoToday = { year: 2026, date: '2026-06-30', instant: '2026-06-30T06:00:00.000Z' } as const;
