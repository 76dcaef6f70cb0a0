/** Words of GraphQL about a question without what they suggest instead ("Did you mean"): names that the caller did not say. */
export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .+\?$/s, '');
}
