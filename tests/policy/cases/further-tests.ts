import type { PolicyCase } from './policy-cases.js';

/** A test, or a row of one: its file under `tests` and the words that it goes by there. */
export type Place = readonly [file: string, words: string];

interface FurtherTests {
  readonly of: PolicyCase;
  readonly hub: readonly Place[];
  readonly member: readonly Place[];
}

const hubShapes = 'policy/hub-shapes';
const hubRows = 'policy/hub-rows';
const hubTokens = 'federation/identity';
const hiddenParts = 'policy/hidden-parts';
const provider = 'policy/provider-policy';
const providerUses = 'policy/provider-uses';
const memberShapes = 'policy/member-shapes';
const memberFields = 'policy/member-fields';
const memberRows = 'policy/member-rows';
const memberUses = 'policy/member-uses';
const memberTokens = 'federation/caller-tokens';
const memberFile = 'policy/member-policy-file';
const memberDirectives = 'policy/member-directives';
const refusedTokens = 'policy/refused-tokens';
const fourCallers = 'policy/four-callers';
const noSecret = 'policy/no-secret-leaves';
const accessTable = 'unit/shared/policy/access-table';
const compilePolicy = 'unit/shared/policy/compile-policy';

/** Where hubs and members are held against the cases in more ways than the rows beside this have. */
export const furtherTests: readonly FurtherTests[] = [
  {
    of: 'Loading: a renamed import still protects',
    hub: [
      [
        'federation/hub-supergraph',
        'enforces its access directives for %s, and a policy it cannot decide for all',
      ],
      [accessTable, 'has a directive that the supergraph itself renames by "%s"'],
    ],
    member: [[memberDirectives, 'renamed']],
  },
  {
    of: 'Loading: a namespaced import still protects',
    hub: [[accessTable, 'has what the subgraph says with directives that are %s']],
    member: [
      [memberDirectives, 'in a namespace'],
      [memberDirectives, 'in a namespace of another name'],
    ],
  },
  {
    of: 'Loading: the number of directive applications equals the number of table entries',
    hub: [[accessTable, 'has as many rules of each kind as the supergraph has directives']],
    member: [
      [accessTable, 'has every kind of place that can be protected, each directive beside the others'],
    ],
  },
  {
    of: "Loading: two subgraphs' rules on one field are AND-ed",
    hub: [[accessTable, 'asks all that two subgraphs ask of a field they share']],
    member: [[compilePolicy, 'what several contracts ask of one field is asked together']],
  },
  {
    of: 'Loading: an implementation added later closes cached plans',
    hub: [
      [hubShapes, 'cuts by the types that a new revision has, whatever the one before planned'],
      [
        'unit/gateway/plan/graph-policy',
        'closes the rows of an implementation that came later, in the revision that it came with',
      ],
    ],
    member: [['policy/member-callers', 'are decided by the policy in force when they came']],
  },
  {
    of: 'Loading: a policy that loosens the SDL is refused',
    hub: [[hubRows, 'opens nothing: it is not asked for what the contract shuts']],
    member: [[compilePolicy, 'a rule that asks less than the contract is refused']],
  },
  {
    of: 'Loading: of a broken new file the old revision stays in force and /ready says so',
    hub: [
      [provider, 'is taken soon after an answer speaks of it, and one that is broken is none'],
      [
        'unit/gateway/plan/supergraph-keeper',
        'serves the graph kept where the contracts do not compose any more, and throws where none was kept',
      ],
    ],
    member: [
      [memberFile, 'that %s leaves the one before it in force'],
      ['policy/member-callers', 'are decided by the policy in force when they came'],
    ],
  },
  {
    of: 'Shapes: aliases',
    hub: [
      [hubShapes, 'a field under an alias, beside an open one under its name'],
      [provider, 'by another name'],
      [provider, 'twice'],
    ],
    member: [
      [memberShapes, 'under another name, beside an open field under its name'],
      [memberFields, 'under an alias, beside what may be read'],
    ],
  },
  {
    of: 'Shapes: named and nested fragments',
    hub: [
      [hubShapes, 'the same through named and nested fragments on several types'],
      [hubShapes, 'one fragment where it is spread on a protected and on an open type'],
      [provider, 'in a fragment'],
    ],
    member: [[memberShapes, 'in named and nested fragments, through the interface of its type']],
  },
  {
    of: 'Shapes: the same response key under two types with different rules',
    hub: [[hubShapes, 'one response key under types with different rules, through a union']],
    member: [
      [
        memberShapes,
        'under one response key of two types with different rules, in a list with open and protected rows',
      ],
    ],
  },
  {
    of: 'Shapes: @skip and @include both ways after the plan is warm',
    hub: [
      [hubShapes, '@skip and @include, after the plan is warm'],
      [provider, 'under a condition that does not hold'],
    ],
    member: [[memberShapes, 'with @skip and @include, after the plan is warm']],
  },
  {
    of: 'Shapes: interface routes to a protected implementation',
    hub: [
      [hubShapes, 'a field of one type of an interface, in a list with open and protected rows and nulls'],
      [provider, 'on the interface of its type'],
    ],
    member: [[memberShapes, 'in named and nested fragments, through the interface of its type']],
  },
  {
    of: 'Shapes: union routes to a protected implementation',
    hub: [[hubShapes, 'one response key under types with different rules, through a union']],
    member: [
      [memberFields, 'of a union by its runtime type'],
      [memberShapes, 'that is a party, by whether it is a person, without a word where its record decides'],
    ],
  },
  {
    of: 'Shapes: lists with open and protected rows',
    hub: [
      [hubShapes, 'a field of one type of an interface, in a list with open and protected rows and nulls'],
      ['federation/denied-rows', 'is null in a page, at the places where the rows stand after the merge'],
    ],
    member: [
      [
        memberShapes,
        'under one response key of two types with different rules, in a list with open and protected rows',
      ],
    ],
  },
  {
    of: 'Shapes: non-null chains',
    hub: [
      [hubShapes, 'a field that may not be null, up to what may, with no error for what is gone with it'],
    ],
    member: [
      [memberShapes, 'that may not be null, up to what may'],
      [memberFields, 'what cannot be null cannot be withheld unsaid'],
    ],
  },
  {
    of: 'Shapes: two operations in one document',
    hub: [[hubShapes, 'cuts the operation that is run, of several in one document']],
    member: [[memberShapes, 'in the operation that is run, of two in one document: %s']],
  },
  {
    of: 'Shapes: everything under an object pruned',
    hub: [
      [hubShapes, 'everything under an object, which is there all the same'],
      [hubShapes, 'everything there is, and asks nobody'],
      [provider, 'as a whole type'],
    ],
    member: [
      [memberShapes, 'that is everything under an object, which is there all the same'],
      [memberFields, 'at the root, where the store is then not asked'],
    ],
  },
  {
    of: 'Inference: filter by a protected field',
    hub: [
      [hubShapes, 'a filter under others'],
      [hubShapes, 'a filter of nothing'],
      [providerUses, 'a filter within others'],
      [hubRows, 'filtered by'],
    ],
    member: [
      [memberUses, 'a filter by a denied field'],
      [memberUses, 'one within "not"'],
      [memberUses, 'a filter by a masked field'],
      [memberUses, 'a filter by a field of some records'],
    ],
  },
  {
    of: 'Inference: sort by a protected field',
    hub: [
      [hubShapes, 'an order'],
      [providerUses, 'an order by what is read of a denied type'],
    ],
    member: [
      [memberUses, 'an order by it'],
      [memberUses, 'an order by a masked field'],
      [memberUses, 'an order by a party'],
    ],
  },
  {
    of: 'Inference: search by a protected field',
    hub: [
      [providerUses, 'a search'],
      [hubRows, 'searched for by words of'],
    ],
    member: [
      [memberUses, 'a search through it'],
      [memberRows, 'finds by %s none that names one who is hidden'],
    ],
  },
  {
    of: 'Inference: group by a protected field',
    hub: [[providerUses, 'a total by year']],
    member: [
      [memberUses, 'a total grouped by it'],
      [memberUses, 'a total grouped by a withheld field'],
    ],
  },
  {
    of: 'Inference: aggregate by a protected field',
    hub: [
      [providerUses, 'a total by country'],
      [hubRows, 'are added up alone'],
    ],
    member: [
      [memberUses, 'a sum over it'],
      ['policy/member-totals', 'gets no group from which the small ones could be told'],
    ],
  },
  {
    of: 'Inference: count and hasNextPage over visible rows only',
    hub: [
      [hubRows, 'are listed, counted and sorted as if there were no others, which never leave their member'],
      [hubRows, 'come in full pages, the last of which has none after it'],
    ],
    member: [
      [memberRows, 'holds and counts what is there for the caller, and reads nothing else'],
      [memberRows, 'has full pages, and one after it only where the caller would find it'],
    ],
  },
  {
    of: 'Inference: id of a hidden record, of the wrong type, of nobody: the same answer',
    hub: [[hubRows, 'by an id that is hidden, of another type or of nobody are the same answer']],
    member: [
      [memberRows, 'that is %s is not there'],
      [memberRows, 'as an entity is null where it is hidden, withheld or not there, and nothing is said'],
    ],
  },
  {
    of: 'Inference: "Did you mean" suggests no hidden name',
    hub: [
      [hiddenParts, 'a suggestion names nothing'],
      [hiddenParts, 'what is hidden cannot be told from what is not there'],
    ],
    member: [[memberShapes, 'suggests no name where %s is not there']],
  },
  {
    of: 'Life: callers interleaved a thousand times, zero cross-talk in loaders and caches',
    hub: [
      [fourCallers, 'a thousand times, each in turn and all at once, through plans, loaders and caches'],
      [
        hubShapes,
        'keeps two callers apart who ask the same a thousand times, one after the other and at once',
      ],
      [
        'federation/denied-rows',
        'is for each of a thousand callers in turn their own, although they ask the same text',
      ],
      [providerUses, 'requests at one time share no question: each is sent for itself'],
    ],
    member: [
      [fourCallers, 'a thousand times, each in turn and all at once, through plans, loaders and caches'],
      ['policy/member-callers', 'get each their own, a thousand times over'],
    ],
  },
  {
    of: 'Life: answers touched by policy are private in every cache',
    hub: [
      ['policy/hub-contracts', 'denies %s and asks no member for it'],
      [
        'federation/partial-answers',
        'what a member took is shown to nobody, and no cache may keep an answer',
      ],
    ],
    member: [[memberShapes, 'lets no cache keep what it answers']],
  },
  {
    of: 'Life: a member called directly without a token',
    hub: [['federation/identity', 'without a proof is anonymous']],
    member: [
      [memberTokens, 'a member without a token'],
      [refusedTokens, 'no token'],
      [noSecret, 'to who asks %s without its hub'],
    ],
  },
  {
    of: "Life: with another member's token",
    hub: [[refusedTokens, 'a token for a member']],
    member: [
      [refusedTokens, "another member's token"],
      [refusedTokens, 'a proof for another member'],
    ],
  },
  {
    of: 'Life: with a replayed token',
    hub: [[refusedTokens, "the hub's own caller token"]],
    member: [
      [refusedTokens, 'a token that was used before'],
      [memberTokens, 'refuses what a replica answered, and of many at once answers one'],
    ],
  },
  {
    of: 'Life: with an altered token',
    hub: [
      [refusedTokens, 'altered claims'],
      [hubTokens, 'is refused with the same bytes whatever is wrong, counted and logged by its reason alone'],
    ],
    member: [
      [refusedTokens, 'an altered signature'],
      [refusedTokens, 'a token for another body'],
      [
        memberTokens,
        'refuses with the same bytes whatever is wrong, and tells its log and its operator alone',
      ],
    ],
  },
  {
    of: 'Life: headers a client invents are never forwarded',
    hub: [[provider, 'hold no header that a client invents, and a proof for none but its member']],
    member: [[memberShapes, 'believes the token of its hub, whatever headers say']],
  },
  {
    of: 'Life: embargo decided at one instant for the whole request',
    hub: [['unit/shared/policy/publish-policy', 'rules on records are not published']],
    member: [[memberRows, 'a request is decided at one moment, however long it takes']],
  },
  {
    of: 'Life: secrets of the fixture appear in no log, trace, error or metric',
    hub: [
      [noSecret, 'by the hub is what is for them, all of it and nothing else: %s'],
      [noSecret, 'in metrics, readiness and the list of members'],
      [noSecret, 'in what was logged at the finest level, and in access logs'],
    ],
    member: [
      [noSecret, 'by $member itself is what is for them, all of it and nothing else: $name'],
      ['policy/access-log', 'without a value, a filter, a subject, a token or an address'],
    ],
  },
  {
    of: 'Non-interference',
    hub: [
      [
        'policy/properties/hub-properties',
        'gives the same bytes for data that differs only in what is hidden from the caller',
      ],
    ],
    member: [
      [
        'policy/properties/coalition-properties',
        'give the same bytes where they hold something else that the caller cannot see',
      ],
    ],
  },
  {
    of: 'Differential',
    hub: [
      [
        'policy/properties/hub-properties',
        'answers what the owner would be answered, with each place masked that is not for the caller',
      ],
    ],
    member: [
      [
        'policy/properties/coalition-properties',
        'answer what their rules leave, by definition, of all that they hold',
      ],
    ],
  },
];
