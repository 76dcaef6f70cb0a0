/** Port: remembers which tokens were used, for all replicas of a member. */
export interface ReplayGuard {
  /**
   * Uses a token up: true the first time for its id, false ever after until that moment. Of several at once, whichever
   * replica they reach, one gets true. Throws STORE_UNAVAILABLE or STORE_FULL when that cannot be told.
   */
  spend(id: string, until: Date): Promise<boolean>;
  close(): Promise<void>;
}
