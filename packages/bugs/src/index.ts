export { applyEdits } from './apply-edits.ts';
export type { Bug, Edit } from './bug.ts';
export { bugs } from './bugs.ts';
export { loadCore } from './load-core.ts';
