export { chiefFinding } from './campaign/chief-finding.ts';
export { type CampaignOptions, type CampaignResult, runCampaign } from './campaign/run-campaign.ts';
export { runSeed, type SeedRun } from './campaign/run-seed.ts';
export type { SeedFailure } from './campaign/seed-failure.ts';
export { type TracedResult, type TracedRun, writeTrace } from './campaign/write-trace.ts';
export { reportJson, reportSchema } from './report/report-json.ts';
export {
  type FailingRun,
  type FailureSize,
  type ShrunkFailure,
  shrinkFailure,
} from './shrink/shrink-failure.ts';
export { type RateInterval, rateInterval } from './statistics/rate-interval.ts';
