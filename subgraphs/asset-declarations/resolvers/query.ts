import { connectionResolver } from '../../../shared/kit/connection.js';
import { recordByIdResolver } from '../../../shared/kit/record-by-id.js';
import { totalsResolver } from '../../../shared/kit/totals.js';
import { declarationRecordTypes } from '../domain/record-types.js';
import { declaration } from './kinds.js';
import type { QueryResolvers } from './types.generated.js';

export const query: QueryResolvers = {
  declarations: connectionResolver(declaration),
  declaration: recordByIdResolver(declaration),
  declarationTotals: totalsResolver(
    {
      type: 'Declaration',
      sum: 'total',
      apart: { always: [], inSum: ['CURRENCY'] },
      subject: 'declarant',
    },
    declarationRecordTypes,
  ),
};
