import { partyRecordTypes } from '../../../../../shared/kit/party-record-types.js';
import { declarationRecordTypes } from '../../../../../subgraphs/asset-declarations/domain/record-types.js';
import { budgetRecordTypes } from '../../../../../subgraphs/budgets/domain/record-types.js';
import { investigationRecordTypes } from '../../../../../subgraphs/investigations/domain/record-types.js';
import { suiteTypes } from '../../../../contracts/record-store/thing.js';
import { describeIndexPlans } from '../../../../fixtures/index-plan.js';

describeIndexPlans([
  ...suiteTypes,
  ...partyRecordTypes,
  ...declarationRecordTypes,
  ...budgetRecordTypes,
  ...investigationRecordTypes,
]);
