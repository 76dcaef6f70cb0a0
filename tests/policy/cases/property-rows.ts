import type { CaseAnswer, CaseCoalition, CaseQuestion } from '../../fixtures/case-coalition.js';
import { type CaseRow, deniedBy, edgesOf, listOf, sentList, toBoth, told } from './case-row.js';

const query = listOf('id title country');
const question: CaseQuestion = { caller: 'nobody', query };
const page = 'page Declaration';
const alder = { id: 'alder:d-1', title: 'Open declaration', country: 'GB' };
const birch = (title: string | null) => ({ id: 'birch:d-1', title, country: 'GB' });
const ofHub = {
  status: 200,
  data: edgesOf(alder, birch(null)),
  errors: deniedBy('birch', 'declarations.edges.1.node.title'),
};
const ofBirch = {
  status: 200,
  data: edgesOf(birch(null)),
  errors: deniedBy(undefined, 'declarations.edges.0.node.title'),
};
type Ask = (question: CaseQuestion) => Promise<CaseAnswer>;

/** What comes of a question, all bytes of it, with one value in all that is hidden and with another. */
async function withEither({ refill, notes }: CaseCoalition, ask: Ask): Promise<unknown> {
  const first = await ask(question);
  const seen = notes.take();
  await refill('birch', ' of another kind');
  notes.take();
  try {
    const second = await ask(question);
    const again = notes.seen();
    const isSame =
      first.text === second.text &&
      JSON.stringify([seen.sent, seen.read]) === JSON.stringify([again.sent, again.read]);
    return { isSame, told: told(second) };
  } finally {
    await refill('birch');
  }
}

/** What the owner is answered, with each place masked that is not for the caller, beside what the caller is. */
async function byDefinition(ask: Ask): Promise<unknown> {
  const whole = await ask({ ...question, caller: 'owner' });
  const { declarations }: { declarations: { edges: { node: { id: string; title: string } }[] } } = JSON.parse(
    JSON.stringify(whole.data),
  );
  const edges = declarations.edges
    .filter(({ node }) => !['birch:d-0', 'birch:d-2'].includes(node.id))
    .map(({ node }) => ({ node: { ...node, title: node.id.startsWith('birch') ? null : node.title } }));
  return { masked: { declarations: { edges } }, told: told(await ask(question)) };
}

export const propertyRows: readonly CaseRow[] = [
  {
    of: 'Non-interference',
    what: 'of titles and records that are hidden',
    hub: {
      act: (coalition) => withEither(coalition, coalition.ask),
      answer: { isSame: true, told: ofHub },
      sent: toBoth([[sentList('id title country')], [sentList('id country')]]),
      read: toBoth([[page], [page]]),
    },
    member: {
      act: (coalition) => withEither(coalition, (asked) => coalition.askMember('birch', asked)),
      answer: { isSame: true, told: ofBirch },
      ...{ sent: toBoth([[], [query]]), read: toBoth([[], [page]]) },
    },
  },
  {
    of: 'Differential',
    what: 'of the same',
    hub: {
      act: ({ ask }) => byDefinition(ask),
      answer: { masked: ofHub.data, told: ofHub },
      sent: toBoth([
        Array(2).fill(sentList('id title country')),
        [sentList('id title country'), sentList('id country')],
      ]),
      read: toBoth([Array(2).fill(page), Array(2).fill(page)]),
    },
    member: {
      act: ({ askMember }) => byDefinition((asked) => askMember('birch', asked)),
      answer: { masked: ofBirch.data, told: ofBirch },
      ...{ sent: toBoth([[], [query, query]]), read: toBoth([[], [page, page]]) },
    },
  },
];
