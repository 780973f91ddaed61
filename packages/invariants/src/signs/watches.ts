import { aloneSigns } from './alone-signs.ts';
import { answerSigns, sendSigns } from './answer-signs.ts';
import { appendSigns } from './append-signs.ts';
import { applySigns, tailSigns } from './apply-signs.ts';
import { configurationSigns } from './configuration-signs.ts';
import { electionConduct } from './election-conduct.ts';
import { electionSigns } from './election-signs.ts';
import { leaseSigns } from './lease-signs.ts';
import { logConduct } from './log-conduct.ts';
import { overwriteSigns } from './overwrite-signs.ts';
import { quorumSigns } from './quorum-signs.ts';
import { rhythmSigns } from './rhythm-signs.ts';
import { serviceSigns } from './service-signs.ts';
import type { MakeSignWatch } from './sign.ts';
import { snapshotSigns } from './snapshot-signs.ts';
import { storageConduct } from './storage-conduct.ts';
import { storageSigns } from './storage-signs.ts';
import { termSigns } from './term-signs.ts';
import { toldSigns } from './told-signs.ts';
import { unsavedSigns } from './unsaved-signs.ts';
import { upToDateSigns } from './up-to-date-signs.ts';
import { voteSigns } from './vote-signs.ts';

/** Everything that looks for signs. */
export const signWatches: readonly MakeSignWatch[] = [
  voteSigns,
  upToDateSigns,
  electionSigns,
  termSigns,
  appendSigns,
  overwriteSigns,
  answerSigns,
  sendSigns,
  storageSigns,
  unsavedSigns,
  applySigns,
  tailSigns,
  serviceSigns,
  leaseSigns,
  configurationSigns,
  snapshotSigns,
  aloneSigns,
  rhythmSigns,
  quorumSigns,
  toldSigns,
  electionConduct,
  logConduct,
  storageConduct,
];
