import { type AskedHub, askHub } from '../ask-hub.js';
import { isPart, type Part, partAt, partsAt, textAt } from '../ftm/answer.js';

/** What somebody concerned says of a link on the command line; `NO_JUDGEMENT` takes back what was said. */
export const sayable = ['POSITIVE', 'NEGATIVE', 'UNSURE', 'NO_JUDGEMENT'] as const;
export type Sayable = (typeof sayable)[number];

const linkFields = `candidate match confidenceScore judgement
  candidateEntity { name countries members { id } } matchEntity { name countries members { id } }
  criteria { feature weight detail }`;

/** By what it does to links, each question that is asked here. */
export const linkQueries = {
  review: `query Review($first: Int!) {
  linkProposals(first: $first) { edges { node { ${linkFields} } } pageInfo { hasNextPage complete } }
}`,
  decide: `mutation Decide($candidate: ID!, $match: ID!, $judgement: Judgement!, $evidence: String) {
  link: decideLink(candidate: $candidate, match: $match, judgement: $judgement, evidence: $evidence) { ${linkFields} }
}`,
  takeBack: `mutation TakeBack($candidate: ID!, $match: ID!) {
  link: withdrawLink(candidate: $candidate, match: $match) { ${linkFields} }
}`,
} as const;

/** What waits for the judgement of the caller's member, best first, each as lines for people. */
export async function reviewLinks(
  hub: AskedHub,
  first: number,
): Promise<{ readonly lines: readonly string[]; readonly more: boolean }> {
  const { data } = await askHub(hub, linkQueries.review, { first });
  const page = isPart(data['linkProposals']) ? data['linkProposals'] : {};
  const links = partsAt(page, 'edges')
    .map((edge) => partAt(edge, 'node'))
    .filter((link) => link !== undefined);
  return {
    lines: links.flatMap(linesOf),
    more: partAt(page, 'pageInfo')?.['hasNextPage'] === true,
  };
}

/** Says one judgement of the caller's member, and gives what holds of the two then. */
export async function decideLink(
  hub: AskedHub,
  of: {
    readonly candidate: string;
    readonly match: string;
    readonly judgement: Sayable;
    readonly evidence?: string | undefined;
  },
): Promise<readonly string[]> {
  const { candidate, match, judgement, evidence } = of;
  const { data } =
    judgement === 'NO_JUDGEMENT'
      ? await askHub(hub, linkQueries.takeBack, { candidate, match })
      : await askHub(hub, linkQueries.decide, { candidate, match, judgement, evidence: evidence ?? null });
  return isPart(data['link']) ? linesOf(data['link']) : ['nothing links the two now'];
}

function linesOf(link: Part): string[] {
  const score = textAt(link, 'confidenceScore');
  const criteria = partsAt(link, 'criteria').map((criterion) => {
    const detail = textAt(criterion, 'detail');
    const weight = Number(textAt(criterion, 'weight') ?? 0);
    const name = `${textAt(criterion, 'feature') ?? ''}${detail === undefined ? '' : ` (${detail})`}`;
    return `${name} ${weight < 0 ? '' : '+'}${weight.toFixed(2)}`;
  });
  return [
    `${textAt(link, 'candidate') ?? ''} ${textAt(link, 'match') ?? ''} ${textAt(link, 'judgement') ?? ''}${
      score === undefined ? '' : ` ${Number(score).toFixed(3)}`
    }`,
    `  ${entityLine(partAt(link, 'candidateEntity'))}`,
    `  ${entityLine(partAt(link, 'matchEntity'))}`,
    ...(criteria.length === 0 ? [] : [`  ${criteria.join(', ')}`]),
  ];
}

function entityLine(entity: Part | undefined): string {
  if (entity === undefined) {
    return '(not shown)';
  }
  const countries = entity['countries'];
  const places = Array.isArray(countries) && countries.length > 0 ? ` (${countries.join(', ')})` : '';
  const members = partsAt(entity, 'members').map((member) => textAt(member, 'id') ?? '');
  return `${textAt(entity, 'name') ?? '(no name shown)'}${places} of ${members.join(', ')}`;
}
