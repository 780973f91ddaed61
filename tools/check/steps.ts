import { ruleStep } from './rule-step.ts';
import { docComments } from './rules/doc-comments.ts';
import { exportStar } from './rules/export-star.ts';
import { fileLength } from './rules/file-length.ts';
import { fileName } from './rules/file-name.ts';
import { functionLength } from './rules/function-length.ts';
import { importArrows } from './rules/import-arrows.ts';
import { lineLength } from './rules/line-length.ts';
import { machineWords } from './rules/machine-words.ts';
import { pureTypes } from './rules/pure-types.ts';
import { purity } from './rules/purity.ts';
import { telemetryOnly } from './rules/telemetry-only.ts';
import type { Step } from './step.ts';
import { architecture } from './steps/architecture.ts';
import { generated } from './steps/generated.ts';
import { lint } from './steps/lint.ts';
import { types } from './steps/types.ts';

/** Everything that `npm run check` looks at. A new law is one file, and one word here. */
export const steps: readonly Step[] = [
  types,
  lint,
  ruleStep('imports follow the arrows', [importArrows]),
  ruleStep('pure packages are pure', [purity, pureTypes]),
  ruleStep('only telemetry knows pino and OpenTelemetry', [telemetryOnly]),
  // `any`, `!`, enums and default exports are among the lint's laws, see biome.json.
  ruleStep('house rules', [
    fileName,
    fileLength,
    functionLength,
    lineLength,
    exportStar,
    docComments,
  ]),
  ruleStep('nothing of one machine', [machineWords]),
  generated,
  architecture,
];
