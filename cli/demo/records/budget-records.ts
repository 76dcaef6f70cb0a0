import type { Classification } from '../../../shared/domain/record-body.js';
import { invariant } from '../../../shared/errors/invariant.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { AuditBody, AuditRecommendation } from '../../../subgraphs/budgets/domain/audit-body.js';
import type { BudgetLineBody } from '../../../subgraphs/budgets/domain/budget-line-body.js';
import type { ContractingProcessBody } from '../../../subgraphs/budgets/domain/contracting-process-body.js';
import type { SpendingTransactionBody } from '../../../subgraphs/budgets/domain/spending-transaction-body.js';
import { purposes } from '../world/locales.js';
import type { Country, WorldBody } from '../world/world.js';
import { type DemoRow, rowOf, type Scene } from './scene.js';

/** Every budget item has a line in each phase its year has reached; 3,000 lines, give or take the last item. */
const counts = { budgetLines: 3_000, processes: 800, audits: 300, transactions: 900 } as const;

/** Economic codes of GFSM 2014. */
const economic: Readonly<Record<'EXPENDITURE' | 'REVENUE', readonly Classification[]>> = {
  EXPENDITURE: [
    { code: '21', label: 'Compensation of employees' },
    { code: '22', label: 'Use of goods and services' },
    { code: '26', label: 'Grants' },
    { code: '31', label: 'Nonfinancial assets' },
  ],
  REVENUE: [
    { code: '11', label: 'Taxes' },
    { code: '13', label: 'Grants' },
    { code: '14', label: 'Other revenue' },
  ],
};

/** Budget lines, procurements, audits and payments of one member. */
export function* budgetRecords(scene: Scene): Generator<DemoRow> {
  const lineIds: string[] = [];
  for (let item = 0; lineIds.length < counts.budgetLines; item++) {
    const left = counts.budgetLines - lineIds.length;
    for (const record of budgetItem(scene, item).slice(0, left)) {
      lineIds.push(record.local);
      yield rowOf(scene, record);
    }
  }
  for (let i = 0; i < counts.processes; i++) {
    const local = processId(scene, i);
    yield rowOf(scene, {
      type: 'ContractingProcess',
      local,
      body: contractingProcess(scene, local, lineIds),
    });
  }
  for (let i = 0; i < counts.audits; i++) {
    yield rowOf(scene, { type: 'Audit', local: scene.stamp.localId('audit', i), body: audit(scene) });
  }
  for (let i = 0; i < counts.transactions; i++) {
    const local = scene.stamp.localId('pay', i);
    yield rowOf(scene, { type: 'SpendingTransaction', local, body: transaction(scene, local) });
  }
}

function processId(scene: Scene, number: number): string {
  return scene.stamp.localId('ocds-demo', number);
}

/** One item of a year's budget in its phases, with amounts that drift from phase to phase. */
function budgetItem(scene: Scene, item: number): RecordInput[] {
  const { random, stamp } = scene;
  const country = scene.country();
  const fiscalYear = random.int(2018, 2026);
  const direction = random.chance(0.85) ? ('EXPENDITURE' as const) : ('REVENUE' as const);
  const planned = scene.money(country, 5_000);
  const common = itemFacts(scene, country, direction);
  const phases =
    fiscalYear < 2026
      ? (['PROPOSED', 'APPROVED', 'ADJUSTED', 'EXECUTED'] as const)
      : (['PROPOSED', 'APPROVED'] as const);
  return phases.map((phase) => {
    const local = stamp.localId('line', item, phase);
    const body: BudgetLineBody = {
      ...stamp.base({ sourceType: 'OFFICIAL_REGISTER', language: country.locale.language }),
      budgetLineId: stamp.localId('item', item),
      ...common,
      country: country.locale.country,
      fiscalYear,
      fiscalPeriod: { start: `${fiscalYear}-01`, end: `${fiscalYear}-12` },
      direction,
      phase,
      amount:
        phase === 'PROPOSED' ? planned : { ...planned, amount: drifted(planned.amount, random.int(-12, 9)) },
    };
    return { type: 'BudgetLine', local, body };
  });
}

function itemFacts(
  scene: Scene,
  country: Country,
  direction: 'EXPENDITURE' | 'REVENUE',
): Partial<BudgetLineBody> {
  const { random, book } = scene;
  const purpose = random.int(0, purposes.length - 1);
  const functional = purposes[purpose];
  invariant(functional, 'a purpose is one of the list');
  const body = scene.body(country);
  const label = country.locale.purposes[purpose] ?? functional.label;
  return {
    title: `${label}, ${scene.placeName(body, country)}`,
    administrative: administrativeOf(country, body),
    functional: {
      scheme: 'COFOG',
      code: functional.cofog,
      label: random.chance(0.5) ? label : functional.label,
    },
    economic: { scheme: 'GFSM', ...random.pick(economic[direction]) },
    expenditureType: random.pick(['current', 'capital']),
    administrator: book.organization(body),
    ...(random.chance(0.15) ? { recipient: book.organization(scene.company(country)) } : {}),
    ...(random.chance(0.1)
      ? { contractingProcess: processId(scene, random.int(0, counts.processes - 1)) }
      : {}),
  };
}

function administrativeOf(country: Country, body: WorldBody): BudgetLineBody['administrative'] {
  const place = country.bodies.findIndex(({ identity }) => identity === body.identity);
  return { scheme: `${country.locale.country}-COA`, code: String(100 + place) };
}

/** An amount some per cent larger or smaller, in whole units. */
function drifted(amount: string, percent: number): string {
  return String(Math.round((Number(amount) * (100 + percent)) / 100));
}

function contractingProcess(scene: Scene, local: string, lineIds: readonly string[]): ContractingProcessBody {
  const { random, stamp, book } = scene;
  const country = scene.country();
  const purpose = country.locale.purposes[random.int(0, purposes.length - 1)] ?? '';
  const buyer = scene.body(country);
  const year = random.int(2019, 2025);
  const status = random.pick([
    'ACTIVE',
    'COMPLETE',
    'COMPLETE',
    'COMPLETE',
    'UNSUCCESSFUL',
    'CANCELLED',
  ] as const);
  const tenderers = random.int(1, 7);
  const value = scene.money(country, 4_000);
  return {
    ...stamp.base({ sourceType: 'OFFICIAL_REGISTER', language: country.locale.language, sourceId: local }),
    ocid: local,
    title: `${purpose}, ${scene.placeName(buyer, country)}`,
    country: country.locale.country,
    status,
    procurementMethod: random.pick(['OPEN', 'OPEN', 'SELECTIVE', 'LIMITED', 'DIRECT']),
    procurementCategory: random.pick(['GOODS', 'WORKS', 'SERVICES']),
    buyer: book.organization(buyer),
    ...(random.chance(0.3) ? { procuringEntity: book.organization(scene.body(country)) } : {}),
    value,
    tenderStart: scene.date(year, year),
    ...(status === 'COMPLETE'
      ? {
          suppliers: [book.organization(scene.company(country))],
          awardValue: { ...value, amount: drifted(value.amount, random.int(-20, 5)) },
          awardDate: scene.date(year, year + 1),
          numberOfTenderers: tenderers,
          ...(tenderers === 1 ? { flags: ['R018'] } : random.chance(0.1) ? { flags: ['R024'] } : {}),
        }
      : {}),
    ...(random.chance(0.5) ? { budgetLine: random.pick(lineIds) } : {}),
  };
}

function audit(scene: Scene): AuditBody {
  const { random, stamp, book } = scene;
  const country = scene.country();
  const due = random.int(2019, 2026);
  const status =
    due === 2026 ? 'SCHEDULED' : random.pick(['MET', 'MET', 'PARTIALLY_MET', 'NOT_MET'] as const);
  const auditee = scene.body(country, random.int(0, 2));
  const isDelivered = status === 'MET' || status === 'PARTIALLY_MET';
  return {
    // What is not delivered is a draft.
    ...stamp.base(
      { sourceType: 'OFFICIAL_REGISTER', language: country.locale.language },
      isDelivered ? undefined : ['TLP:AMBER'],
    ),
    title: `Invented audit ${due}, ${scene.placeName(auditee, country)}`,
    country: country.locale.country,
    auditor: book.organization(scene.body(country, 4)),
    auditee: book.organization(auditee),
    subject: random.pick(['Procurement', 'Payroll', 'Grants', 'Maintenance']),
    scope: `Fiscal year ${due - 1}`,
    status,
    plannedDate: `${due}-03`,
    dueDate: `${due}-06-30`,
    ...(isDelivered ? { deliveredDate: scene.date(due, due), publishedAt: scene.date(due, due + 1) } : {}),
    recommendations: isDelivered
      ? Array.from({ length: random.int(1, 3) }, () => recommendation(scene, country, auditee))
      : [],
  };
}

function recommendation(scene: Scene, country: Country, auditee: WorldBody): AuditRecommendation {
  const { random, book } = scene;
  return {
    text: random.pick(['Publish every contract.', 'Keep a register of gifts.', 'Ask for three bids.']),
    addressee: book.organization(auditee),
    dueDate: scene.date(2024, 2026),
    status: random.pick(['SCHEDULED', 'MET', 'NOT_MET', 'PARTIALLY_MET']),
    ...(random.chance(0.5) ? { amountQuestioned: scene.money(country, 300) } : {}),
  };
}

function transaction(scene: Scene, local: string): SpendingTransactionBody {
  const { random, stamp, book } = scene;
  const country = scene.country();
  const isWithheld = random.chance(0.08);
  return {
    ...stamp.base({ sourceType: 'OFFICIAL_REGISTER', language: country.locale.language, sourceId: local }),
    transactionId: local,
    date: scene.date(2021, 2026),
    country: country.locale.country,
    amount: scene.money(country, 50),
    payer: book.organization(scene.body(country)),
    ...(isWithheld
      ? { unspecified: [{ field: 'payee', reason: 'WITHHELD_BY_PUBLISHER' as const }] }
      : { payee: book.party(random.chance(0.15) ? scene.person(country) : scene.company(country)) }),
    purpose: country.locale.purposes[random.int(0, purposes.length - 1)] ?? '',
    ...(random.chance(0.4) ? { contractId: processId(scene, random.int(0, counts.processes - 1)) } : {}),
  };
}
