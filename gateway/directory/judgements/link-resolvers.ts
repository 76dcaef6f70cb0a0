import type { JudgementEntry } from '../../../shared/linking/link.js';
import type { EntitySession } from '../entities/entity-session.js';
import { noteEntity } from '../entities/note-shown.js';
import type { VisibleLink } from '../entities/visible-link.js';
import { type DecideArguments, decideLink, type PairArguments, withdrawLink } from './decide-link.js';
import { criteriaTold, scoreTold } from './link-score.js';
import { countOf, listProposals, type ProposalsArguments } from './review-queue.js';

type Resolve<P, T> = (parent: P, args: unknown, context: unknown) => T;

/** Resolvers of links and of what is said of them. `memberOf` gives what the directory says of a member. */
export function createLinkResolvers(
  sessionOf: (context: unknown) => EntitySession,
  memberOf: (id: string) => object,
) {
  const endEntity =
    (index: 0 | 1): Resolve<VisibleLink, unknown> =>
    async ({ ends }, _args, context) => {
      const { request, asking } = sessionOf(context);
      return noteEntity(await request.entity(ends[index]), asking);
    };
  return {
    Query: {
      linkProposals: (_root: unknown, args: ProposalsArguments, context: unknown) =>
        listProposals(args, sessionOf(context)),
    },
    LinkProposalConnection: {
      totalCount: countOf,
    },
    Mutation: {
      decideLink: (_root: unknown, args: DecideArguments, context: unknown) =>
        decideLink(args, sessionOf(context)),
      withdrawLink: (_root: unknown, args: PairArguments, context: unknown) =>
        withdrawLink(args, sessionOf(context)),
    },
    LinkProposal: {
      candidateEntity: endEntity(0),
      matchEntity: endEntity(1),
      confidenceScore: ((link, _args, context) => scoreTold(link, sessionOf(context))) satisfies Resolve<
        VisibleLink,
        unknown
      >,
      criteria: ((link, _args, context) => criteriaTold(link, sessionOf(context))) satisfies Resolve<
        VisibleLink,
        unknown
      >,
      matcher: ({ computed }: VisibleLink) => computed?.matcher ?? null,
      decidedBy: ({ decidedBy }: VisibleLink) => decidedBy.map(memberOf),
      decidedAt: ({ entries }: VisibleLink) =>
        entries
          .map(({ decidedAt }) => decidedAt)
          .sort()
          .at(-1) ?? null,
      evidence: ({ entries }: VisibleLink) => entries.flatMap(({ evidence }) => evidence ?? []),
    },
    LinkJudgement: {
      decidedBy: ({ decidedBy }: JudgementEntry) => memberOf(decidedBy),
    },
  };
}
