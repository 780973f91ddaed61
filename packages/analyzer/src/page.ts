/**
 * The second entry of the package: what a program needs to write to a terminal or a CI system. It
 * loads none of the rules and formats, so that a program which only may have to judge starts fast.
 */
export { closest } from './cli/closest.ts';
export { terminalPage } from './cli/terminal-page.ts';
export type { Page } from './render/finding-text.ts';
export { createPaint, type Paint, type Tone } from './render/paint.ts';
export { drawTable, type TableSpec } from './render/table.ts';
export { wrapText } from './render/wrap-text.ts';
export { workflowCommand } from './reports/workflow-command.ts';
export { xmlText } from './reports/xml-text.ts';
