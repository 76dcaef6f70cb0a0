import { connectionResolver } from '../../../shared/kit/connection.js';
import { recordByIdResolver } from '../../../shared/kit/record-by-id.js';
import { nothingApart, totalsResolver } from '../../../shared/kit/totals.js';
import { investigationRecordTypes } from '../domain/record-types.js';
import { courtCase, investigation, sanction } from './kinds.js';
import type { QueryResolvers } from './types.generated.js';

export const query: QueryResolvers = {
  investigations: connectionResolver(investigation),
  investigation: recordByIdResolver(investigation),
  investigationTotals: totalsResolver(
    { type: 'Investigation', sum: 'amount', apart: { always: [], inSum: ['CURRENCY'] } },
    investigationRecordTypes,
  ),
  courtCases: connectionResolver(courtCase),
  courtCase: recordByIdResolver(courtCase),
  courtCaseTotals: totalsResolver({ type: 'CourtCase', apart: nothingApart }, investigationRecordTypes),
  sanctions: connectionResolver(sanction),
  sanction: recordByIdResolver(sanction),
};
