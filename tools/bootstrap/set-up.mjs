import { buildStep } from './build-step.mjs';
import { installStep } from './install-step.mjs';
import { withLock } from './lock.mjs';
import { startProgress } from './progress.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/**
 * One part of set-up.
 *
 * @typedef {object} Step
 * @property {string} label What is being done, in the -ing form.
 * @property {() => boolean} isFresh Whether there is nothing to do. It is asked at every start, and
 *   must be cheap.
 * @property {() => Promise<void>} run Throws a {@link SetUpFailure} when it cannot be done.
 */

/** @type {readonly Step[]} */
const steps = [installStep, buildStep];

const oldestNode = 20;

/**
 * Makes a fresh clone ready to run, and costs milliseconds when it is ready.
 *
 * @returns {Promise<void>}
 */
export async function setUp() {
  checkMachine();
  if (steps.every((step) => step.isFresh())) return;
  await withLock(async () => {
    const first = steps.findIndex((step) => !step.isFresh());
    // Another process may have done it all while this one waited.
    if (first < 0) return;
    // What is installed decides what is built, so that every later step is looked at again.
    for (const [index, step] of steps.entries()) {
      if (index < first || step.isFresh()) continue;
      await runStep(step, `[${index + 1}/${steps.length}] ${step.label}`);
    }
  });
}

function checkMachine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) {
    throw new SetUpFailure({
      what: `this is Node ${process.versions.node}`,
      hint: `install Node ${oldestNode} or newer; everything else is installed from here.`,
    });
  }
  if (process.platform === 'win32') {
    throw new SetUpFailure({
      what: 'set-up works on Linux and macOS',
      hint: 'on Windows, clone into the Linux subsystem (WSL) and start it there.',
    });
  }
}

/**
 * @param {Step} step
 * @param {string} label
 */
async function runStep(step, label) {
  const progress = startProgress(label);
  try {
    await step.run();
  } catch (error) {
    progress.failed();
    throw error;
  }
  progress.done();
}
