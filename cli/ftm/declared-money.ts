import { type Part, partAt, partsAt, textAt } from './answer.js';
import { ownerOf } from './declared-assets.js';
import { addParty } from './party.js';
import { moneyOf, partId, rangeOf, type Telling } from './record.js';
import type { Subject } from './statements.js';

/** Incomes, gifts, expenses, debts, accounts and positions of a declaration. */
export function declaredMoney(telling: Telling, declarant: Subject): void {
  const { record, source, collector } = telling;
  partsAt(record, 'incomes').forEach((income, i) => {
    const beneficiary = ownerOf(telling, income, declarant, 'recipient');
    const payer = addParty(partAt(income, 'payer'), source, collector);
    const money = partAt(income, 'amount');
    pay(telling, partId(record, 'incomes', i), {
      part: income,
      money,
      payer,
      beneficiary,
      date: 'receivedAt',
    });
  });
  partsAt(record, 'gifts').forEach((gift, i) => {
    const payer = addParty(partAt(gift, 'donor'), source, collector);
    const money = partAt(gift, 'value');
    pay(telling, partId(record, 'gifts', i), {
      part: gift,
      money,
      payer,
      beneficiary: declarant,
      date: 'receivedAt',
    });
  });
  partsAt(record, 'expenses').forEach((expense, i) => {
    const beneficiary = addParty(partAt(expense, 'counterparty'), source, collector);
    const money = partAt(expense, 'amount');
    pay(telling, partId(record, 'expenses', i), {
      part: expense,
      money,
      payer: declarant,
      beneficiary,
      date: 'date',
    });
  });
  tellDebts(telling, declarant);
  tellRoles(telling, declarant);
}

interface Paid {
  readonly part: Part;
  readonly money: Part | undefined;
  readonly payer: Subject | undefined;
  readonly beneficiary: Subject | undefined;
  /** The field that says when. */
  readonly date: string;
}

function pay(
  { source, collector }: Telling,
  id: string,
  { part, money, payer, beneficiary, date }: Paid,
): void {
  collector.add(
    { id, schema: 'Payment' },
    {
      payer: payer?.id,
      beneficiary: beneficiary?.id,
      ...moneyOf(money),
      summary: rangeOf(money),
      date: textAt(part, date),
      startDate: textAt(part, 'startDate'),
      endDate: textAt(part, 'endDate'),
      purpose: textAt(part, 'purpose') ?? textAt(part, 'kind'),
      description: textAt(part, 'description'),
    },
    source,
  );
}

function tellDebts(telling: Telling, declarant: Subject): void {
  const { record, source, collector } = telling;
  partsAt(record, 'liabilities').forEach((liability, i) => {
    const money = partAt(liability, 'outstanding') ?? partAt(liability, 'principal');
    collector.add(
      { id: partId(record, 'liabilities', i), schema: 'Debt' },
      {
        debtor: ownerOf(telling, liability, declarant)?.id,
        creditor: addParty(partAt(liability, 'creditor'), source, collector)?.id,
        ...moneyOf(money),
        summary: rangeOf(money) ?? textAt(liability, 'kind'),
        startDate: textAt(liability, 'startDate'),
      },
      source,
    );
  });
}

/** Positions in organisations; and institutions that hold an asset, whose account numbers no schema has. */
function tellRoles(telling: Telling, declarant: Subject): void {
  const { record, source, collector } = telling;
  partsAt(record, 'positions').forEach((position, i) => {
    const organization = addParty(partAt(position, 'organization'), source, collector);
    const holder = ownerOf(telling, position, declarant, 'holder');
    if (organization === undefined || holder === undefined) {
      return;
    }
    const isPerson = organization.schema === 'Person';
    const ends = isPerson
      ? { subject: holder.id, object: organization.id }
      : { member: holder.id, organization: organization.id };
    collector.add(
      { id: partId(record, 'positions', i), schema: isPerson ? 'UnknownLink' : 'Membership' },
      {
        ...ends,
        role: textAt(position, 'role'),
        startDate: textAt(position, 'startDate'),
        endDate: textAt(position, 'endDate'),
        description: textAt(position, 'description'),
      },
      source,
    );
  });
  partsAt(record, 'monetaryAssets').forEach((asset, i) => {
    const institution = addParty(partAt(asset, 'institution'), source, collector);
    const owner = ownerOf(telling, asset, declarant);
    const { amount, currency } = moneyOf(partAt(asset, 'amount'));
    collector.add(
      { id: partId(record, 'monetaryAssets', i), schema: 'UnknownLink' },
      {
        subject: owner?.id,
        object: institution?.id,
        role: textAt(asset, 'kind'),
        summary:
          amount === undefined ? rangeOf(partAt(asset, 'amount')) : `${amount} ${currency ?? ''}`.trim(),
        description: textAt(asset, 'description'),
      },
      source,
    );
  });
}
