import { readFileSync } from 'node:fs';
import type { DomainModule } from '../../shared/kit/domain-module.js';
import { CourtCaseBody } from './domain/court-case-body.js';
import { InvestigationBody } from './domain/investigation-body.js';
import { investigationRecordTypes } from './domain/record-types.js';
import { SanctionBody } from './domain/sanction-body.js';
import { brCnciai } from './importers/br-cnciai.js';
import { ofacSdn } from './importers/ofac-sdn.js';
import { investigationsResolvers } from './resolvers/investigations-resolvers.js';

export const investigationsModule: DomainModule = {
  domain: 'investigations',
  get sdl() {
    return readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
  },
  contractVersion: '1.1.0',
  recordTypes: investigationRecordTypes,
  bodies: { Investigation: InvestigationBody, CourtCase: CourtCaseBody, Sanction: SanctionBody },
  resolvers: investigationsResolvers,
  importers: [brCnciai, ofacSdn],
};
