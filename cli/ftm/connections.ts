import {
  auditFields,
  budgetLineFields,
  contractingProcessFields,
  tellAudit,
  tellBudgetLine,
  tellContractingProcess,
  tellTransaction,
  transactionFields,
} from './budget-records.js';
import { declarationFields, declarationFragments, tellDeclaration } from './declaration.js';
import {
  courtCaseFields,
  investigationFields,
  sanctionFields,
  tellCourtCase,
  tellInvestigation,
  tellSanction,
} from './investigation-records.js';
import { partyFragments } from './party.js';
import { recordFragment, type Telling } from './record.js';

/** A field of `Entity` that gives records, what is asked of them, and how they are told. */
export interface ToldConnection {
  readonly field: string;
  readonly fields: string;
  readonly fragments?: string;
  readonly tell: (telling: Telling) => void;
}

export const toldConnections: readonly ToldConnection[] = [
  {
    field: 'declarations',
    fields: declarationFields,
    fragments: declarationFragments,
    tell: tellDeclaration,
  },
  { field: 'budgetLines', fields: budgetLineFields, tell: tellBudgetLine },
  { field: 'contractingProcesses', fields: contractingProcessFields, tell: tellContractingProcess },
  { field: 'transactions', fields: transactionFields, tell: tellTransaction },
  { field: 'audits', fields: auditFields, tell: tellAudit },
  { field: 'investigations', fields: investigationFields, tell: tellInvestigation },
  { field: 'courtCases', fields: courtCaseFields, tell: tellCourtCase },
  { field: 'sanctions', fields: sanctionFields, tell: tellSanction },
];

const moneyFragment = 'fragment moneyOf on Money { amount currency minimum maximum original }';

/** The question for one page of an entity's records. Fragments that the fields do not use are left out. */
export function pageQuery({ field, fields, fragments = '' }: ToldConnection): string {
  const known = fragmentsIn(`${recordFragment} ${partyFragments} ${moneyFragment} ${fragments}`);
  const used = usedFragments(`...recordOf ${fields}`, known);
  return `query Records($id: ID!, $first: Int!, $after: String) {
    entity(id: $id) {
      ${field}(first: $first, after: $after) {
        edges { node { ...recordOf ${fields} } }
        pageInfo { hasNextPage endCursor complete }
      }
    }
  }
  ${used.map((name) => known.get(name) ?? '').join('\n')}`;
}

function fragmentsIn(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/(?=\bfragment \w+ on )/).slice(1);
  return new Map(parts.map((part) => [/^fragment (\w+)/.exec(part)?.[1] ?? '', part]));
}

function usedFragments(text: string, known: ReadonlyMap<string, string>): readonly string[] {
  const used = new Set<string>();
  const collect = (part: string): void => {
    for (const [, name = ''] of part.matchAll(/\.\.\.(\w+)/g)) {
      if (known.has(name) && !used.has(name)) {
        used.add(name);
        collect(known.get(name) ?? '');
      }
    }
  };
  collect(text);
  return [...used];
}
