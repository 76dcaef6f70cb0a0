import { recordKind } from '../../../shared/kit/record-kind.js';
import { CourtCaseBody } from '../domain/court-case-body.js';
import { InvestigationBody } from '../domain/investigation-body.js';
import { investigationRecordTypes } from '../domain/record-types.js';
import { SanctionBody } from '../domain/sanction-body.js';

export const investigation = recordKind('Investigation', InvestigationBody, investigationRecordTypes);
export const courtCase = recordKind('CourtCase', CourtCaseBody, investigationRecordTypes);
export const sanction = recordKind('Sanction', SanctionBody, investigationRecordTypes);
