export type { Analysis } from './analysis.ts';
export { analysisJson, analysisSchema } from './analysis-json.ts';
export { type AnalyzeOptions, analyze } from './analyze.ts';
export type { FileReport, LineCounts, ReadProblem } from './input/file-report.ts';
export { fileSource } from './input/file-source.ts';
export type { Source } from './input/source.ts';
export { findingText, type Page } from './render/finding-text.ts';
export { createPaint, type Paint, type Tone } from './render/paint.ts';
export { type RenderOptions, renderAnalysis } from './render/render-analysis.ts';
