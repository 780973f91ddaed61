export { applyEdits } from './apply-edits.ts';
export type { Bug, Edit } from './bug.ts';
export { bugs } from './bugs.ts';
export { type CoreChange, coreChanges } from './core-changes.ts';
export { loadCore } from './load-core.ts';
