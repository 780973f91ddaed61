/** Where in a definition something stands: keys and, in lists, numbers from 0. */
export type DefinitionPath = readonly (string | number)[];

/** What is wrong with a definition, and what to do. */
export interface DefinitionProblem {
  readonly path: DefinitionPath;
  readonly message: string;
}
