import { BenchCoalition, type CoalitionOptions, type PagesMeasured } from './fanout/bench-coalition.js';
import { pageLength } from './fanout/page-walk.js';
import { median, quantile } from './fanout/quantiles.js';

const serviceMs = 20;
/** Two hundred pages, so that each walk is over the same ones. */
const lines = 4_000;
const pages = lines / pageLength;
const warmUp = 200;
const runs = 5;

const limits = {
  equal: { time: 2, rows: 0.25 },
  unequal: { time: 2.5, rows: 0.4 },
  dead: 1.15,
};

const equal = (members: number): number[] => Array.from({ length: members }, () => 1 / members);
const unequal = [0.5, 0.3, ...Array.from({ length: 28 }, () => 0.2 / 28)];

interface Limit {
  readonly what: string;
  readonly found: number;
  readonly most: number;
}

/**
 * Times pages of 20 through a hub in its own process from members that each take 20 ms, against one member asked
 * directly between the pages, and against the same hub with one member dead. Every page is checked to be the right
 * one. Prints what was measured over all pages and gives whether the limits hold.
 */
export async function benchFanout(): Promise<boolean> {
  const one = await measure({ name: '1 member', shares: [1] });
  const five = await measure({ name: '5 members', shares: equal(5) });
  const even = await measure({ name: '30 members', shares: equal(30) });
  const uneven = await measure({ name: '30 members, shares 50/30/20', shares: unequal });
  const hundred = await measure({ name: '100 members', shares: equal(100) });
  console.log(
    `Pages of ${pageLength} from members that each take ${serviceMs} ms (one asked directly: ${even.oneMember.toFixed(1)} ms)`,
  );
  console.table(
    Object.fromEntries([one, five, even, uneven, hundred].map((each) => [each.of.name, rowOf(each)])),
  );
  const found = [
    ...limitsOf(even, limits.equal),
    ...limitsOf(uneven, limits.unequal),
    ...(await measureDead()),
  ];
  for (const { what, found: value, most } of found) {
    console.log(`${value <= most ? 'holds ' : 'BROKEN'}  ${what}: ${value.toFixed(3)} (at most ${most})`);
  }
  console.log(`figures: ${found.map(({ what, found: value }) => `${what} ${value.toFixed(2)}`).join('; ')}`);
  return found.every(({ found: value, most }) => value <= most);
}

interface Measured {
  readonly of: BenchCoalition;
  readonly measured: PagesMeasured;
  /** Median milliseconds of one member asked directly. */
  readonly oneMember: number;
}

async function measure(options: Pick<CoalitionOptions, 'name' | 'shares'>): Promise<Measured> {
  const of = await BenchCoalition.start({ ...options, lines, serviceMs, mute: 0 });
  try {
    await of.pages(warmUp);
    const direct: number[] = [];
    const measured = await of.pages(pages, async () => {
      direct.push(await of.askOneMember());
    });
    return { of, measured, oneMember: median(direct) };
  } finally {
    await of.stop();
  }
}

/** Walks of a healthy coalition and of one with a dead member, in turns: the median over the runs of their ratios. */
async function measureDead(): Promise<Limit[]> {
  const healthy = await BenchCoalition.start({
    name: 'healthy',
    shares: equal(30),
    lines,
    serviceMs,
    mute: 0,
  });
  try {
    const dead = await BenchCoalition.start({ name: 'dead', shares: equal(30), lines, serviceMs, mute: 1 });
    try {
      return await compare(healthy, dead);
    } finally {
      await dead.stop();
    }
  } finally {
    await healthy.stop();
  }
}

async function compare(healthy: BenchCoalition, dead: BenchCoalition): Promise<Limit[]> {
  await healthy.pages(warmUp);
  await dead.pages(warmUp);
  const ratios: { readonly p50: number; readonly p95: number }[] = [];
  for (let run = 0; run < runs; run++) {
    const deadMs: number[] = [];
    const { ms } = await healthy.pages(pages, async () => {
      deadMs.push(...(await dead.pages(1)).ms);
    });
    const at = (share: number) => quantile(deadMs, share) / quantile(ms, share);
    ratios.push({ p50: at(0.5), p95: at(0.95) });
  }
  return [
    {
      what: '30 members, one dead, p50 of all healthy',
      found: median(ratios.map(({ p50 }) => p50)),
      most: limits.dead,
    },
    {
      what: '30 members, one dead, p95 of all healthy',
      found: median(ratios.map(({ p95 }) => p95)),
      most: limits.dead,
    },
  ];
}

function limitsOf({ of, measured, oneMember }: Measured, most: { time: number; rows: number }): Limit[] {
  return [
    {
      what: `${of.name}, p50 of one member's`,
      found: leastDisturbed(measured.ms) / oneMember,
      most: most.time,
    },
    {
      what: `${of.name}, rows of full pages`,
      found: measured.rowsAsked / (pages * of.rowsOfFullPages),
      most: most.rows,
    },
  ];
}

/**
 * The lowest median of the parts of a walk. One member asked directly hardly needs the processor, a hub of thirty does:
 * what else the machine does would stand in the limit as the hub's own time.
 */
function leastDisturbed(ms: readonly number[]): number {
  const part = ms.length / runs;
  return Math.min(...Array.from({ length: runs }, (_, i) => median(ms.slice(i * part, (i + 1) * part))));
}

function rowOf({ of, measured, oneMember }: Measured): Record<string, string> {
  const { ms, questions, rowsAsked, bytes, secondRounds } = measured;
  return {
    'p50 ms': quantile(ms, 0.5).toFixed(1),
    'p95 ms': quantile(ms, 0.95).toFixed(1),
    'p99 ms': quantile(ms, 0.99).toFixed(1),
    'p50 of one member': (median(ms) / oneMember).toFixed(2),
    'requests/page': (questions / pages).toFixed(1),
    'rows asked/used': (rowsAsked / (pages * pageLength)).toFixed(2),
    'of full pages': (rowsAsked / (pages * of.rowsOfFullPages)).toFixed(3),
    'second rounds': (secondRounds / pages).toFixed(3),
    'KiB/page': (bytes / pages / 1024).toFixed(1),
  };
}
