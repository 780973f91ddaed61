import { githubReport } from './github-report.ts';
import { junitReport } from './junit-report.ts';
import { markdownReport } from './markdown-report.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif-report.ts';

/** Every report for other programs. A new one is a file here and a line. */
export const reports: readonly Report[] = [markdownReport, sarifReport, junitReport, githubReport];
