/** Remembers used ids until they are worthless anyway, in this process alone. */
export interface SpentIds {
  /** Takes an id for itself until the instant; false when it was taken before. */
  claim(id: string, until: Date): Promise<boolean>;
}

const pruneEvery = 1000;

export function createSpentIds(now: () => Date): SpentIds {
  const spent = new Map<string, number>();
  let sincePrune = 0;
  return {
    async claim(id, until) {
      sincePrune++;
      if (sincePrune >= pruneEvery) {
        sincePrune = 0;
        const time = now().getTime();
        for (const [old, end] of spent) {
          if (end < time) {
            spent.delete(old);
          }
        }
      }
      if ((spent.get(id) ?? 0) >= now().getTime()) {
        return false;
      }
      spent.set(id, until.getTime());
      return true;
    },
  };
}
