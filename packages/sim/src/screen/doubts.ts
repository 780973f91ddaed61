/** What a screen cannot vouch for. */
export interface Doubts {
  /** This rule may be broken. */
  doubt(rule: string): void;
}
