/** The subject matters of the coalition. Each has one contract, `subgraphs/<domain>/schema.graphql`. */
export const domains = ['investigations', 'budgets', 'asset-declarations'] as const;

export type Domain = (typeof domains)[number];

/** The name of a domain in the graph, for example `ASSET_DECLARATIONS`. */
export function domainEnumName(domain: Domain): string {
  return domain.toUpperCase().replaceAll('-', '_');
}
