import type { Domain } from '../shared/domain/domains.js';
import { OrganizationBody, PersonBody } from '../shared/domain/party-body.js';
import type { Importer } from '../shared/importing/importer.js';
import { type BodySchemas, createJsonlImporter } from '../shared/importing/jsonl-importer.js';
import type { DomainModule } from '../shared/kit/domain-module.js';
import { partyRecordTypes } from '../shared/kit/party-record-types.js';
import type { RecordType } from '../shared/store/record-type.js';
import { assetDeclarationsModule } from './asset-declarations/domain-module.js';
import { budgetsModule } from './budgets/domain-module.js';
import { investigationsModule } from './investigations/domain-module.js';

/** The one place that knows every domain. */
const modules: Readonly<Record<Domain, DomainModule>> = {
  investigations: investigationsModule,
  budgets: budgetsModule,
  'asset-declarations': assetDeclarationsModule,
};

/** The modules of these domains. */
export function domainModules(domains: readonly Domain[]): DomainModule[] {
  return domains.map((domain) => modules[domain]);
}

/** The record types of a member that serves these domains: theirs and the parties. */
export function recordTypesOf(domains: readonly Domain[]): RecordType[] {
  return [...domainModules(domains).flatMap((module) => module.recordTypes), ...partyRecordTypes];
}

/** The importers of these domains, our own record format last. */
export function importersOf(domains: readonly Domain[]): Importer[] {
  const served = domainModules(domains);
  const bodies: BodySchemas = Object.assign(
    { Person: PersonBody, Organization: OrganizationBody },
    ...served.map((module) => module.bodies),
  );
  return [...served.flatMap((module) => module.importers), createJsonlImporter(bodies)];
}
