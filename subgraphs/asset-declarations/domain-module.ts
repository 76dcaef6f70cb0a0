import { readFileSync } from 'node:fs';
import type { DomainModule } from '../../shared/kit/domain-module.js';
import { DeclarationBody } from './domain/declaration-body.js';
import { declarationRecordTypes } from './domain/record-types.js';
import { krProperty } from './importers/kr-property.js';
import { ukRegister } from './importers/uk-register.js';
import { assetDeclarationsResolvers } from './resolvers/asset-declarations-resolvers.js';

export const assetDeclarationsModule: DomainModule = {
  domain: 'asset-declarations',
  get sdl() {
    return readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
  },
  contractVersion: '1.1.0',
  recordTypes: declarationRecordTypes,
  bodies: { Declaration: DeclarationBody },
  resolvers: assetDeclarationsResolvers,
  importers: [ukRegister, krProperty],
};
