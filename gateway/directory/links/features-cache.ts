import type { SubjectFeatures } from '../../../shared/linking/subject-features.js';

/** Of about 3 kB each. */
const most = 50_000;

/** Features of subjects by record id, for one run: those used longest ago go first. */
export class FeaturesCache {
  readonly #features = new Map<string, SubjectFeatures>();

  find(id: string): SubjectFeatures | undefined {
    const found = this.#features.get(id);
    if (found !== undefined) {
      this.#features.delete(id);
      this.#features.set(id, found);
    }
    return found;
  }

  keep(id: string, features: SubjectFeatures): void {
    this.#features.delete(id);
    this.#features.set(id, features);
    if (this.#features.size > most) {
      for (const oldest of this.#features.keys()) {
        this.#features.delete(oldest);
        break;
      }
    }
  }
}
