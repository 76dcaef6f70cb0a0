import { z } from 'zod';
import { dateCell, requiredCell, textCell } from '../../../shared/importing/cells.js';
import type { AssetOwner, FamilyMember } from '../domain/declaration-body.js';
import {
  describe,
  type InterestContext,
  type InterestDetails,
  interestColumns,
  ukCategory,
} from './uk-category.js';

const familyColumns = {
  ...interestColumns,
  JobTitle: textCell,
  PersonName: requiredCell,
  EndDate: dateCell,
  FamilyMemberRelationshipLevel: textCell,
  FamilyRelationType: textCell,
};
const FamilyColumns = z.object(familyColumns);
type FamilyColumns = z.infer<typeof FamilyColumns>;

const EmployedRow = z.object({ ...familyColumns, WorkingPattern: textCell });

/** Category 9: family members the member employs from public funds. */
export const ukFamilyEmployed = ukCategory(Object.keys(EmployedRow.shape), EmployedRow, (row, context) => {
  const organization = context.parties.member(row['MNIS ID'], row.Member);
  return familyOf(row, context, {
    title: 'Family member employed',
    position: { organization, workingPattern: row.WorkingPattern },
  });
});

const LobbyingRow = z.object({ ...familyColumns, Employer: textCell });

/** Category 10: family members engaged in lobbying. */
export const ukFamilyLobbying = ukCategory(Object.keys(LobbyingRow.shape), LobbyingRow, (row, context) => {
  const isEmployed = row.Employer !== undefined && !/^self[\s-]?employed$/i.test(row.Employer);
  return familyOf(row, context, {
    title: 'Family member engaged in lobbying',
    position: {
      organization: isEmployed ? context.parties.organization({ name: row.Employer ?? '' }) : undefined,
      sector: 'Third-party lobbying',
      description: isEmployed ? undefined : row.Employer,
    },
  });
});

type PositionDetails = NonNullable<InterestDetails['fields']['positions']>[number];

/** The register's summary names the relative; the title does not, so that the name is in its own fields only. */
function familyOf(
  row: FamilyColumns,
  { parties }: InterestContext,
  { title, position }: { title: string; position: PositionDetails },
): InterestDetails {
  const party = parties.privatePerson(row.PersonName, row['MNIS ID']);
  const isOwn = row.FamilyMemberRelationshipLevel === 'Related to member directly';
  const relation = describe(row.FamilyRelationType, isOwn ? undefined : row.FamilyMemberRelationshipLevel);
  const kin = isOwn ? kinOf(row.FamilyRelationType) : ({ relationCode: 'OTHER', kind: 'FAMILY' } as const);
  const holder: AssetOwner = { kind: kin.kind, relation, party };
  const member: FamilyMember = { relation, relationCode: kin.relationCode, person: party };
  return {
    fields: {
      period: { to: row.EndDate },
      family: [member],
      positions: [{ ...position, role: row.JobTitle, paid: true, endDate: row.EndDate, holder }],
    },
    title: describe(title, relation),
  };
}

function kinOf(relation: string | undefined): {
  relationCode: NonNullable<FamilyMember['relationCode']>;
  kind: NonNullable<AssetOwner['kind']>;
} {
  const word = relation?.toLowerCase().replace(/^(step|half|adopted|foster)[\s-]?/, '') ?? '';
  if (/^(spouse|wife|husband|partner|civil partner)$/.test(word)) {
    return { relationCode: 'SPOUSE', kind: 'SPOUSE' };
  }
  if (/^(son|daughter|child)$/.test(word)) {
    return { relationCode: 'CHILD', kind: 'CHILD' };
  }
  if (/^(mother|father|parent)$/.test(word)) {
    return { relationCode: 'PARENT', kind: 'PARENT' };
  }
  if (/^(brother|sister|sibling)$/.test(word)) {
    return { relationCode: 'SIBLING', kind: 'FAMILY' };
  }
  if (/^grand(son|daughter|child)$/.test(word)) {
    return { relationCode: 'GRANDCHILD', kind: 'FAMILY' };
  }
  const isGrandparent = /^grand(mother|father|parent)$/.test(word);
  return { relationCode: isGrandparent ? 'GRANDPARENT' : 'OTHER', kind: 'FAMILY' };
}
