import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { type DemoMember, demoMembers, demoSeed } from '../../../../cli/demo/coalition.js';
import { generateMember } from '../../../../cli/demo/generate-member.js';
import { isLocalId, isMemberId } from '../../../../shared/domain/ids.js';
import { OrganizationBody, PersonBody } from '../../../../shared/domain/party-body.js';
import { Handling } from '../../../../shared/domain/record-body.js';
import type { RecordInput } from '../../../../shared/store/record-store.js';
import { DeclarationBody } from '../../../../subgraphs/asset-declarations/domain/declaration-body.js';
import { AuditBody } from '../../../../subgraphs/budgets/domain/audit-body.js';
import { BudgetLineBody } from '../../../../subgraphs/budgets/domain/budget-line-body.js';
import { ContractingProcessBody } from '../../../../subgraphs/budgets/domain/contracting-process-body.js';
import { SpendingTransactionBody } from '../../../../subgraphs/budgets/domain/spending-transaction-body.js';
import { CourtCaseBody } from '../../../../subgraphs/investigations/domain/court-case-body.js';
import { InvestigationBody } from '../../../../subgraphs/investigations/domain/investigation-body.js';
import { SanctionBody } from '../../../../subgraphs/investigations/domain/sanction-body.js';

const bodies: Readonly<Record<string, ZodType>> = {
  Person: PersonBody,
  Organization: OrganizationBody,
  Investigation: InvestigationBody,
  CourtCase: CourtCaseBody,
  Sanction: SanctionBody,
  BudgetLine: BudgetLineBody,
  ContractingProcess: ContractingProcessBody,
  Audit: AuditBody,
  SpendingTransaction: SpendingTransactionBody,
  Declaration: DeclarationBody,
};

const parties = new Set(['Person', 'Organization']);

/** Fields that hold the id of another record, and its type. */
const referenceFields: Readonly<Record<string, string>> = {
  supersedes: 'Declaration',
  contractingProcess: 'ContractingProcess',
  budgetLine: 'BudgetLine',
  appealOf: 'CourtCase',
  courtCase: 'CourtCase',
};

const generated = demoMembers.map((member) => ({ member, ...generate(member, demoSeed) }));

function generate(
  member: DemoMember,
  seed: string,
): { records: RecordInput[]; truth: ReadonlyMap<string, string> } {
  const { rows, truth } = generateMember(member, seed);
  return { records: [...rows].flat(), truth };
}

function labelOf({ body }: RecordInput): string | undefined {
  return Handling.parse(body['handling']).tlp;
}

function isUnpublished({ type, body }: RecordInput): boolean {
  switch (type) {
    case 'Investigation':
      return ['LEAD', 'ACTIVE', 'ON_HOLD'].includes(String(body['status']));
    case 'Audit':
      return !('deliveredDate' in body);
    case 'Declaration':
      return !('publishedAt' in body);
    default:
      return false;
  }
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Everything a body refers to, as `type:local`. */
function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const fields = new Map(Object.entries(value));
  if (fields.has('ref')) {
    yield `${fields.get('ref')}:${fields.get('id')}`;
  }
  for (const [field, inner] of fields) {
    const type = referenceFields[field];
    if (type !== undefined) {
      yield `${type}:${inner}`;
    }
    yield* referencesIn(inner);
  }
}

describe('the demo coalition', () => {
  it('has two members per domain, each with an id of its own', () => {
    const domains = demoMembers.map(({ domain }) => domain);
    expect(domains.filter((domain) => domain === 'budgets')).toHaveLength(2);
    expect(new Set(domains.slice(0, 3)).size).toBe(3);
    expect(demoMembers.every(({ id }) => isMemberId(id))).toBe(true);
    expect(new Set(demoMembers.map(({ id }) => id)).size).toBe(6);
    expect(new Set(demoMembers.map(({ country }) => country)).size).toBe(6);
  });

  it('knows persons and companies that several members mention, in several scripts', () => {
    const members = new Map<string, Set<string>>();
    for (const { member, truth } of generated) {
      for (const identity of truth.values()) {
        members.set(identity, (members.get(identity) ?? new Set()).add(member.id));
      }
    }
    const shared = [...members].filter(([, ids]) => ids.size >= 2).map(([identity]) => identity);
    expect(shared.filter((identity) => identity.startsWith('person-')).length).toBeGreaterThan(1_000);
    expect(shared.filter((identity) => identity.startsWith('company-')).length).toBeGreaterThan(500);

    const scripts = new Map<string, Set<string>>();
    for (const { records, truth } of generated) {
      for (const record of records.filter(({ type }) => type === 'Person')) {
        const identity = truth.get(record.local) ?? '';
        const { names } = PersonBody.parse(record.body);
        for (const { script } of names ?? []) {
          scripts.set(identity, (scripts.get(identity) ?? new Set()).add(script ?? ''));
        }
      }
    }
    expect([...scripts.values()].filter((found) => found.size >= 3).length).toBeGreaterThan(300);
  });
});

describe.each(generated)('the records of $member.id', ({ member, records, truth }) => {
  const ids = new Set(records.map(({ type, local }) => `${type}:${local}`));

  it('are the same bytes for the same seed and others for another', () => {
    expect(digest(generate(member, demoSeed).records)).toBe(digest(records));
    expect(digest(generate(member, `${demoSeed}-other`).records)).not.toBe(digest(records));
  });

  it('are 5,000 and the parties they name', () => {
    expect(records.filter(({ type }) => !parties.has(type))).toHaveLength(5_000);
    expect(records.filter(({ type }) => parties.has(type))).toHaveLength(truth.size);
  });

  it('have bodies that their types allow', () => {
    const faults = records.flatMap(({ type, local, body }) => {
      const result = bodies[type]?.safeParse(body);
      return result?.success ? [] : [`${type} ${local}: ${result?.error.message}`];
    });
    expect(faults).toEqual([]);
  });

  it('have ids that are unique, keyed and do not count', () => {
    expect(ids.size).toBe(records.length);
    expect(records.filter(({ local }) => !isLocalId(local) || !/-[a-z2-7]{16}$/.test(local))).toEqual([]);
  });

  it('refer to parties and records that are there', () => {
    const dangling = records.flatMap(({ body }) => [...referencesIn(body)]).filter((id) => !ids.has(id));
    expect(dangling).toEqual([]);
  });

  it('show who a record names as openly as can be: the record and its fields are what is protected', () => {
    const labels = records.filter(({ type }) => parties.has(type)).map(labelOf);
    expect(new Set(labels)).toEqual(new Set(['TLP:CLEAR']));
  });

  it('are open where they are published, and for members alone where they are not', () => {
    const own = records.filter(({ type }) => !parties.has(type));
    expect(own.filter((record) => labelOf(record) === 'TLP:CLEAR').length).toBeGreaterThan(own.length / 2);
    const unpublished = own.filter(isUnpublished);
    expect(new Set(unpublished.map(labelOf))).not.toContain('TLP:CLEAR');
    expect(unpublished.length).toBeGreaterThan(0);
  });

  it('hold nothing dated after the demo’s own today', () => {
    const text = JSON.stringify(records.map(({ body }) => body));
    expect(
      /"(?:date|startDate|publishedAt|deliveredDate)":"(?:2026-(?:0[7-9]|1)|202[7-9])/.exec(text),
    ).toBeNull();
  });
});

describe('the kinds of demo records', () => {
  it.each([
    ['harbour-watch', ['CourtCase', 'Investigation', 'Organization', 'Person', 'Sanction']],
    [
      'open-ledger',
      ['Audit', 'BudgetLine', 'ContractingProcess', 'Organization', 'Person', 'SpendingTransaction'],
    ],
    ['glass-register', ['Declaration', 'Organization', 'Person']],
  ])('of %s are all of its domain', (id, expected) => {
    const records = generated.find(({ member }) => member.id === id)?.records ?? [];
    expect([...new Set(records.map(({ type }) => type))].sort()).toEqual(expected);
  });

  it('of declarations include every kind of item', () => {
    const records = generated.find(({ member }) => member.id === 'glass-register')?.records ?? [];
    const fields = new Set(
      records.filter(({ type }) => type === 'Declaration').flatMap(({ body }) => Object.keys(body)),
    );
    for (const kind of [
      'realEstate',
      'vehicles',
      'valuables',
      'interests',
      'incomes',
      'gifts',
      'monetaryAssets',
      'liabilities',
      'positions',
      'expenses',
      'family',
      'total',
      'unspecified',
      'supersedes',
    ]) {
      expect(fields).toContain(kind);
    }
  });

  it('of budget lines give one item in several phases', () => {
    const records = generated.find(({ member }) => member.id === 'open-ledger')?.records ?? [];
    const phases = new Map<unknown, number>();
    for (const { body } of records.filter(({ type }) => type === 'BudgetLine')) {
      phases.set(body['budgetLineId'], (phases.get(body['budgetLineId']) ?? 0) + 1);
    }
    expect(Math.max(...phases.values())).toBe(4);
  });
});
