import { recordKind } from '../../../shared/kit/record-kind.js';
import { DeclarationBody } from '../domain/declaration-body.js';
import { declarationRecordTypes } from '../domain/record-types.js';

export const declaration = recordKind('Declaration', DeclarationBody, declarationRecordTypes);
