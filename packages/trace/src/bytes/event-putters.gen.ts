// Made by tools/generate from the catalogue: change that, and run `pnpm fix`.
import type { MessageKind } from '../message-kind.ts';
import type { Role } from '../role.ts';
import type { EventOf, TraceEvent } from '../trace-event.ts';
import type { PutCursor } from './put-cursor.ts';
import { putInteger, putNumber } from './put-number.ts';
import { putSameText } from './put-same-text.ts';
import { putText } from './put-text.ts';
import { putTime } from './put-time.ts';
import { putEntries, putFlag, putRare, putTexts } from './put-values.ts';

function putRole(c: PutCursor, start: number, word: Role): number {
  const v = c.view;
  let p = start;
  if (word === 'follower') { v.setFloat64(p, 1.1451137984282484e+243, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; return p; }
  if (word === 'pre-candidate') { v.setFloat64(p, 6.011201096512106e+175, true); v.setFloat64(p + 8, 6.016777932236936e-154, true); p += 14; return p; }
  if (word === 'candidate') { v.setFloat64(p, 3.984755954950184e+252, true); v.setFloat64(p + 8, 6.013470016999838e-154, true); p += 10; return p; }
  if (word === 'leader') { v.setFloat64(p, 6.879148223640903e-154, true); p += 7; return p; }
  if (word === 'learner') { v.setFloat64(p, 9.42867305954726e-143, true); p += 8; return p; }
  c.failed = true;
  return p;
}

function putKind(c: PutCursor, start: number, word: MessageKind): number {
  const v = c.view;
  let p = start;
  if (word === 'RequestVote') { v.setFloat64(p, 3.001843555404696e+108, true); v.setFloat64(p + 8, 6.013470067473868e-154, true); p += 12; return p; }
  if (word === 'RequestVoteResponse') { v.setFloat64(p, 3.001843555404696e+108, true); v.setFloat64(p + 8, 6.235378413689634e+228, true); v.setFloat64(p + 16, 6.013470067473527e-154, true); p += 20; return p; }
  if (word === 'PreVote') { v.setFloat64(p, 5.49815554440694e-143, true); p += 8; return p; }
  if (word === 'PreVoteResponse') { v.setFloat64(p, 8.535985956975228e+88, true); v.setFloat64(p + 8, 5.497150975064435e-143, true); p += 16; return p; }
  if (word === 'AppendEntries') { v.setFloat64(p, 1.546551825250458e+223, true); v.setFloat64(p + 8, 6.01685726319608e-154, true); p += 14; return p; }
  if (word === 'AppendEntriesResponse') { v.setFloat64(p, 1.546551825250458e+223, true); v.setFloat64(p + 8, 7.454111434752929e+247, true); v.setFloat64(p + 16, 6.016777911141833e-154, true); p += 22; return p; }
  if (word === 'InstallSnapshot') { v.setFloat64(p, 7.411124614540666e+93, true); v.setFloat64(p + 8, 1.04737135437478e-142, true); p += 16; return p; }
  if (word === 'InstallSnapshotResponse') { v.setFloat64(p, 7.411124614540666e+93, true); v.setFloat64(p + 8, 1.6260629770243433e+89, true); v.setFloat64(p + 16, 5.497150975064435e-143, true); p += 24; return p; }
  if (word === 'TimeoutNow') { v.setFloat64(p, 8.825060755315662e+69, true); v.setFloat64(p + 8, 6.013470017202334e-154, true); p += 11; return p; }
  if (word === 'ReadIndex') { v.setFloat64(p, 2.6493110401969907e+180, true); v.setFloat64(p + 8, 6.013470016999863e-154, true); p += 10; return p; }
  if (word === 'ReadIndexResponse') { v.setFloat64(p, 2.6493110401969907e+180, true); v.setFloat64(p + 8, 1.0640062350115067e+248, true); v.setFloat64(p + 16, 6.013470016999838e-154, true); p += 18; return p; }
  if (word === 'Other') { v.setFloat64(p, 6.016851572847484e-154, true); p += 6; return p; }
  c.failed = true;
  return p;
}

function traceStarted(c: PutCursor, e: EventOf<'trace.started'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 3.4405318889036587e-85, true); v.setFloat64(p + 16, 5.226893264055278e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 2.0664160653497328e+161, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.schema);
  if (e.producer !== undefined) { v.setFloat64(p, 1.2917413246801157e+171, true); v.setFloat64(p + 8, 6.013481975642697e-154, true); p += 13; p = putText(c, p, e.producer); }
  if (e.nodes !== undefined) { v.setFloat64(p, 9.941128035415124e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putTexts(c, p, e.nodes); v = c.view; }
  if (e.config !== undefined) { v.setFloat64(p, 1.4146307503682818e+190, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putRare(c, p, e.config); }
  if (e.clock !== undefined) { v.setFloat64(p, 7.018737991103493e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.clock); }
  if (e.seed !== undefined) { v.setFloat64(p, 1.1607092478801139e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.seed); }
  if (e.scenario !== undefined) { v.setFloat64(p, 9.298537893179707e+242, true); v.setFloat64(p + 8, 6.013481975641685e-154, true); p += 13; p = putText(c, p, e.scenario); }
  return p;
}

function nodeStarted(c: PutCursor, e: EventOf<'node.started'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.64146385061564e+246, true); v.setFloat64(p + 16, 6.858754680320132e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.votedFor !== undefined) { v.setFloat64(p, 1.2927695984273405e+31, true); v.setFloat64(p + 8, 6.01348197564271e-154, true); p += 13; p = putText(c, p, e.votedFor); }
  if (e.commitIndex !== undefined) { v.setFloat64(p, 5.825714630916528e+252, true); v.setFloat64(p + 8, 1.949211215934526e-153, true); p += 15; p = putInteger(c, p, e.commitIndex); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.snapshotIndex !== undefined) { v.setFloat64(p, 1.4190275587355068e+195, true); v.setFloat64(p + 8, 1.2503794362323138e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.snapshotIndex); }
  if (e.snapshotTerm !== undefined) { v.setFloat64(p, 1.4190275587355068e+195, true); v.setFloat64(p + 8, 1.162940437269904e-28, true); p += 16; p = putInteger(c, p, e.snapshotTerm); }
  if (e.voters !== undefined) { v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putTexts(c, p, e.voters); v = c.view; }
  if (e.votersOutgoing !== undefined) { v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 1.6937535122003152e+190, true); v.setFloat64(p + 16, 6.01347001700789e-154, true); p += 18; p = putTexts(c, p, e.votersOutgoing); v = c.view; }
  if (e.learners !== undefined) { v.setFloat64(p, 3.948108281611516e+180, true); v.setFloat64(p + 8, 6.013470595118256e-154, true); p += 12; p = putTexts(c, p, e.learners); }
  return p;
}

function nodeStopped(c: PutCursor, e: EventOf<'node.stopped'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.64146385061564e+246, true); v.setFloat64(p + 16, 6.858754591240877e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function nodeCrashed(c: PutCursor, e: EventOf<'node.crashed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.735680126648326e+169, true); v.setFloat64(p + 16, 6.858754413675906e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function timerStarted(c: PutCursor, e: EventOf<'timer.started'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.918468922172561e-85, true); v.setFloat64(p + 16, 5.226893264055278e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 9.428664966201884e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.timer);
  if (e.timeoutMs !== undefined) { v.setFloat64(p, 4.714150108852385e+257, true); v.setFloat64(p + 8, 6.013618015498584e-154, true); p += 13; p = putNumber(c, p, e.timeoutMs); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function timerExpired(c: PutCursor, e: EventOf<'timer.expired'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.918468922172561e-85, true); v.setFloat64(p + 16, 5.226885306841972e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 9.428664966201884e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.timer);
  if (e.elapsedMs !== undefined) { v.setFloat64(p, 5.0413985867528485e+180, true); v.setFloat64(p + 8, 6.013618015498562e-154, true); p += 13; p = putNumber(c, p, e.elapsedMs); }
  return p;
}

function termChanged(c: PutCursor, e: EventOf<'term.changed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.741617140995472e+169, true); v.setFloat64(p + 16, 6.858754391014172e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.from !== undefined) { v.setFloat64(p, 1.162937597535317e-28, true); p += 8; p = putInteger(c, p, e.from); }
  v.setFloat64(p, 6.051357547323025e-154, true); p += 6; p = putInteger(c, p, e.to);
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  if (e.source !== undefined) { v.setFloat64(p, 2.5217519551750027e+180, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.source); }
  return p;
}

function roleChanged(c: PutCursor, e: EventOf<'role.changed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.735703161262693e+169, true); v.setFloat64(p + 16, 6.858754391014172e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.from !== undefined) { v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.from); }
  v.setFloat64(p, 6.797191620443046e-154, true); p += 7; p = putRole(c, p, e.to);
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function leaderRecognized(c: PutCursor, e: EventOf<'leader.recognized'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.1411432470656045e+243, true); v.setFloat64(p + 16, 7.272747108841917e+199, true); v.setFloat64(p + 24, 6.013470067381968e-154, true); p += 28;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.leader);
  return p;
}

function electionStarted(c: PutCursor, e: EventOf<'election.started'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.753880639464725e+199, true); v.setFloat64(p + 16, 8.422441892090372e+252, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.preVote !== undefined) { v.setFloat64(p, 7.1797698807940686e+252, true); v.setFloat64(p + 8, 6.013470019257328e-154, true); p += 11; p = putFlag(c, p, e.preVote); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.voters !== undefined) { v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putTexts(c, p, e.voters); }
  return p;
}

function voteGranted(c: PutCursor, e: EventOf<'vote.granted'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.0580547321221578e+189, true); v.setFloat64(p + 16, 6.858754679972823e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 6.01653142864434e-154, true); p += 14; p = putText(c, p, e.candidate);
  if (e.preVote !== undefined) { v.setFloat64(p, 7.1797698807940686e+252, true); v.setFloat64(p + 8, 6.013470019257328e-154, true); p += 11; p = putFlag(c, p, e.preVote); }
  if (e.candidateLastLogIndex !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 2.0539383334463244e+60, true); v.setFloat64(p + 16, 1.2503794362317078e-142, true); v.setFloat64(p + 24, 6.013470016999103e-154, true); p += 25; p = putInteger(c, p, e.candidateLastLogIndex); }
  if (e.candidateLastLogTerm !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 2.0539383334463244e+60, true); v.setFloat64(p + 16, 1.1629404372691578e-28, true); p += 24; p = putInteger(c, p, e.candidateLastLogTerm); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  return p;
}

function voteDenied(c: PutCursor, e: EventOf<'vote.denied'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 3.75896551972999e+174, true); v.setFloat64(p + 16, 6.016771909258723e-154, true); p += 22;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 6.01653142864434e-154, true); p += 14; p = putText(c, p, e.candidate);
  if (e.preVote !== undefined) { v.setFloat64(p, 7.1797698807940686e+252, true); v.setFloat64(p + 8, 6.013470019257328e-154, true); p += 11; p = putFlag(c, p, e.preVote); }
  if (e.candidateLastLogIndex !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 2.0539383334463244e+60, true); v.setFloat64(p + 16, 1.2503794362317078e-142, true); v.setFloat64(p + 24, 6.013470016999103e-154, true); p += 25; p = putInteger(c, p, e.candidateLastLogIndex); }
  if (e.candidateLastLogTerm !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 2.0539383334463244e+60, true); v.setFloat64(p + 16, 1.1629404372691578e-28, true); p += 24; p = putInteger(c, p, e.candidateLastLogTerm); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function voteReceived(c: PutCursor, e: EventOf<'vote.received'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.0134150993557871e+242, true); v.setFloat64(p + 16, 5.226900947454924e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.from);
  v.setFloat64(p, 5.29871727202871e+180, true); v.setFloat64(p + 8, 6.013470019257326e-154, true); p += 11; p = putFlag(c, p, e.granted);
  if (e.preVote !== undefined) { v.setFloat64(p, 7.1797698807940686e+252, true); v.setFloat64(p + 8, 6.013470019257328e-154, true); p += 11; p = putFlag(c, p, e.preVote); }
  if (e.rpcTerm !== undefined) { v.setFloat64(p, 1.1378109028320215e+243, true); v.setFloat64(p + 8, 6.013470019257338e-154, true); p += 11; p = putInteger(c, p, e.rpcTerm); }
  if (e.votes !== undefined) { v.setFloat64(p, 9.94125316656324e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.votes); }
  if (e.needed !== undefined) { v.setFloat64(p, 4.232747627603043e+175, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putInteger(c, p, e.needed); }
  return p;
}

function messageSentAppendEntries(c: PutCursor, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'message.sent') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 6.882112874122417e-154, true); p += 23; } else   if (e.event === 'message.received') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 2.4990352293270693e+262, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27; } else   if (e.event === 'message.dropped') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 4.263419912288992e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 7.675814165440027e+170, true); v.setFloat64(p + 24, 6.013482915019421e-154, true); p += 29; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.id !== undefined) { v.setFloat64(p, 6.797191374984492e-154, true); p += 7; p = putText(c, p, e.id); }
  v.setFloat64(p, 1.1607179294936419e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putKind(c, p, e.kind);
  v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.from);
  v.setFloat64(p, 6.797191620443046e-154, true); p += 7; p = putText(c, p, e.to);
  if (e.rpcTerm !== undefined) { v.setFloat64(p, 1.1378109028320215e+243, true); v.setFloat64(p + 8, 6.013470019257338e-154, true); p += 11; p = putInteger(c, p, e.rpcTerm); }
  if (e.candidateId !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 8.371700132934047e-144, true); p += 16; p = putText(c, p, e.candidateId); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.voteGranted !== undefined) { v.setFloat64(p, 3.1201383768199623e+242, true); v.setFloat64(p + 8, 1.9491884551627825e-153, true); p += 15; p = putFlag(c, p, e.voteGranted); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putEntries(c, p, e.entries); v = c.view; }
  if (e.leaderCommit !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 1.1646574342750257e-28, true); p += 16; p = putInteger(c, p, e.leaderCommit); }
  if (e.success !== undefined) { v.setFloat64(p, 7.477241777406865e+247, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putFlag(c, p, e.success); }
  if (e.matchIndex !== undefined) { v.setFloat64(p, 4.3510528266264887e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.matchIndex); }
  if (e.conflictIndex !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.2503794362323116e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.conflictIndex); }
  if (e.conflictTerm !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.1629404372699013e-28, true); p += 16; p = putInteger(c, p, e.conflictTerm); }
  if (e.lastIncludedIndex !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.8357209222229106e+223, true); v.setFloat64(p + 16, 6.013618015940835e-154, true); p += 21; p = putInteger(c, p, e.lastIncludedIndex); }
  if (e.lastIncludedTerm !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.3221505580947094e+180, true); v.setFloat64(p + 16, 6.013470595116221e-154, true); p += 20; p = putInteger(c, p, e.lastIncludedTerm); }
  if (e.round !== undefined) { v.setFloat64(p, 5.23590650347326e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.round); }
  if (e.askedAt !== undefined) { v.setFloat64(p, 10693467.605607115, true); v.setFloat64(p + 8, 6.013470019257347e-154, true); p += 11; p = putNumber(c, p, e.askedAt); }
  if (e.bytes !== undefined) { v.setFloat64(p, 9.941253469670208e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.bytes); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function messageSentAppendEntriesResponse(c: PutCursor, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'message.sent') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 6.882112874122417e-154, true); p += 23; } else   if (e.event === 'message.received') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 2.4990352293270693e+262, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27; } else   if (e.event === 'message.dropped') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 4.263419912288992e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 7.675814165440027e+170, true); v.setFloat64(p + 24, 6.013482915019421e-154, true); p += 29; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.id !== undefined) { v.setFloat64(p, 6.797191374984492e-154, true); p += 7; p = putText(c, p, e.id); }
  v.setFloat64(p, 1.1607179294936419e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putKind(c, p, e.kind);
  v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.from);
  v.setFloat64(p, 6.797191620443046e-154, true); p += 7; p = putText(c, p, e.to);
  if (e.rpcTerm !== undefined) { v.setFloat64(p, 1.1378109028320215e+243, true); v.setFloat64(p + 8, 6.013470019257338e-154, true); p += 11; p = putInteger(c, p, e.rpcTerm); }
  if (e.candidateId !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 8.371700132934047e-144, true); p += 16; p = putText(c, p, e.candidateId); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.voteGranted !== undefined) { v.setFloat64(p, 3.1201383768199623e+242, true); v.setFloat64(p + 8, 1.9491884551627825e-153, true); p += 15; p = putFlag(c, p, e.voteGranted); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putEntries(c, p, e.entries); v = c.view; }
  if (e.leaderCommit !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 1.1646574342750257e-28, true); p += 16; p = putInteger(c, p, e.leaderCommit); }
  if (e.success !== undefined) { v.setFloat64(p, 7.477241777406865e+247, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putFlag(c, p, e.success); }
  if (e.matchIndex !== undefined) { v.setFloat64(p, 4.3510528266264887e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.matchIndex); }
  if (e.conflictIndex !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.2503794362323116e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.conflictIndex); }
  if (e.conflictTerm !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.1629404372699013e-28, true); p += 16; p = putInteger(c, p, e.conflictTerm); }
  if (e.lastIncludedIndex !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.8357209222229106e+223, true); v.setFloat64(p + 16, 6.013618015940835e-154, true); p += 21; p = putInteger(c, p, e.lastIncludedIndex); }
  if (e.lastIncludedTerm !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.3221505580947094e+180, true); v.setFloat64(p + 16, 6.013470595116221e-154, true); p += 20; p = putInteger(c, p, e.lastIncludedTerm); }
  if (e.round !== undefined) { v.setFloat64(p, 5.23590650347326e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.round); }
  if (e.askedAt !== undefined) { v.setFloat64(p, 10693467.605607115, true); v.setFloat64(p + 8, 6.013470019257347e-154, true); p += 11; p = putNumber(c, p, e.askedAt); }
  if (e.bytes !== undefined) { v.setFloat64(p, 9.941253469670208e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.bytes); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function messageSentRequestVote(c: PutCursor, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'message.sent') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 6.882112874122417e-154, true); p += 23; } else   if (e.event === 'message.received') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 2.4990352293270693e+262, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27; } else   if (e.event === 'message.dropped') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 4.263419912288992e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 7.675814165440027e+170, true); v.setFloat64(p + 24, 6.013482915019421e-154, true); p += 29; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.id !== undefined) { v.setFloat64(p, 6.797191374984492e-154, true); p += 7; p = putText(c, p, e.id); }
  v.setFloat64(p, 1.1607179294936419e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putKind(c, p, e.kind);
  v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.from);
  v.setFloat64(p, 6.797191620443046e-154, true); p += 7; p = putText(c, p, e.to);
  if (e.rpcTerm !== undefined) { v.setFloat64(p, 1.1378109028320215e+243, true); v.setFloat64(p + 8, 6.013470019257338e-154, true); p += 11; p = putInteger(c, p, e.rpcTerm); }
  if (e.candidateId !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 8.371700132934047e-144, true); p += 16; p = putText(c, p, e.candidateId); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.voteGranted !== undefined) { v.setFloat64(p, 3.1201383768199623e+242, true); v.setFloat64(p + 8, 1.9491884551627825e-153, true); p += 15; p = putFlag(c, p, e.voteGranted); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putEntries(c, p, e.entries); v = c.view; }
  if (e.leaderCommit !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 1.1646574342750257e-28, true); p += 16; p = putInteger(c, p, e.leaderCommit); }
  if (e.success !== undefined) { v.setFloat64(p, 7.477241777406865e+247, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putFlag(c, p, e.success); }
  if (e.matchIndex !== undefined) { v.setFloat64(p, 4.3510528266264887e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.matchIndex); }
  if (e.conflictIndex !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.2503794362323116e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.conflictIndex); }
  if (e.conflictTerm !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.1629404372699013e-28, true); p += 16; p = putInteger(c, p, e.conflictTerm); }
  if (e.lastIncludedIndex !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.8357209222229106e+223, true); v.setFloat64(p + 16, 6.013618015940835e-154, true); p += 21; p = putInteger(c, p, e.lastIncludedIndex); }
  if (e.lastIncludedTerm !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.3221505580947094e+180, true); v.setFloat64(p + 16, 6.013470595116221e-154, true); p += 20; p = putInteger(c, p, e.lastIncludedTerm); }
  if (e.round !== undefined) { v.setFloat64(p, 5.23590650347326e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.round); }
  if (e.askedAt !== undefined) { v.setFloat64(p, 10693467.605607115, true); v.setFloat64(p + 8, 6.013470019257347e-154, true); p += 11; p = putNumber(c, p, e.askedAt); }
  if (e.bytes !== undefined) { v.setFloat64(p, 9.941253469670208e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.bytes); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function messageSentRequestVoteResponse(c: PutCursor, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'message.sent') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 6.882112874122417e-154, true); p += 23; } else   if (e.event === 'message.received') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 2.4990352293270693e+262, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27; } else   if (e.event === 'message.dropped') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 4.263419912288992e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 7.675814165440027e+170, true); v.setFloat64(p + 24, 6.013482915019421e-154, true); p += 29; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.id !== undefined) { v.setFloat64(p, 6.797191374984492e-154, true); p += 7; p = putText(c, p, e.id); }
  v.setFloat64(p, 1.1607179294936419e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putKind(c, p, e.kind);
  v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.from);
  v.setFloat64(p, 6.797191620443046e-154, true); p += 7; p = putText(c, p, e.to);
  if (e.rpcTerm !== undefined) { v.setFloat64(p, 1.1378109028320215e+243, true); v.setFloat64(p + 8, 6.013470019257338e-154, true); p += 11; p = putInteger(c, p, e.rpcTerm); }
  if (e.candidateId !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 8.371700132934047e-144, true); p += 16; p = putText(c, p, e.candidateId); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.voteGranted !== undefined) { v.setFloat64(p, 3.1201383768199623e+242, true); v.setFloat64(p + 8, 1.9491884551627825e-153, true); p += 15; p = putFlag(c, p, e.voteGranted); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putEntries(c, p, e.entries); v = c.view; }
  if (e.leaderCommit !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 1.1646574342750257e-28, true); p += 16; p = putInteger(c, p, e.leaderCommit); }
  if (e.success !== undefined) { v.setFloat64(p, 7.477241777406865e+247, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putFlag(c, p, e.success); }
  if (e.matchIndex !== undefined) { v.setFloat64(p, 4.3510528266264887e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.matchIndex); }
  if (e.conflictIndex !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.2503794362323116e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.conflictIndex); }
  if (e.conflictTerm !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.1629404372699013e-28, true); p += 16; p = putInteger(c, p, e.conflictTerm); }
  if (e.lastIncludedIndex !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.8357209222229106e+223, true); v.setFloat64(p + 16, 6.013618015940835e-154, true); p += 21; p = putInteger(c, p, e.lastIncludedIndex); }
  if (e.lastIncludedTerm !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.3221505580947094e+180, true); v.setFloat64(p + 16, 6.013470595116221e-154, true); p += 20; p = putInteger(c, p, e.lastIncludedTerm); }
  if (e.round !== undefined) { v.setFloat64(p, 5.23590650347326e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.round); }
  if (e.askedAt !== undefined) { v.setFloat64(p, 10693467.605607115, true); v.setFloat64(p + 8, 6.013470019257347e-154, true); p += 11; p = putNumber(c, p, e.askedAt); }
  if (e.bytes !== undefined) { v.setFloat64(p, 9.941253469670208e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.bytes); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function messageSentOther(c: PutCursor, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'message.sent') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 6.882112874122417e-154, true); p += 23; } else   if (e.event === 'message.received') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 2.4990352293270693e+262, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27; } else   if (e.event === 'message.dropped') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 4.263419912288992e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 9.719123284252581e+189, true); v.setFloat64(p + 16, 7.675814165440027e+170, true); v.setFloat64(p + 24, 6.013482915019421e-154, true); p += 29; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.id !== undefined) { v.setFloat64(p, 6.797191374984492e-154, true); p += 7; p = putText(c, p, e.id); }
  v.setFloat64(p, 1.1607179294936419e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putKind(c, p, e.kind);
  v.setFloat64(p, 1.162937597535317e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.from);
  v.setFloat64(p, 6.797191620443046e-154, true); p += 7; p = putText(c, p, e.to);
  if (e.rpcTerm !== undefined) { v.setFloat64(p, 1.1378109028320215e+243, true); v.setFloat64(p + 8, 6.013470019257338e-154, true); p += 11; p = putInteger(c, p, e.rpcTerm); }
  if (e.candidateId !== undefined) { v.setFloat64(p, 5.0242320371651485e+175, true); v.setFloat64(p + 8, 8.371700132934047e-144, true); p += 16; p = putText(c, p, e.candidateId); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  if (e.lastLogTerm !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.lastLogTerm); }
  if (e.voteGranted !== undefined) { v.setFloat64(p, 3.1201383768199623e+242, true); v.setFloat64(p + 8, 1.9491884551627825e-153, true); p += 15; p = putFlag(c, p, e.voteGranted); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putEntries(c, p, e.entries); v = c.view; }
  if (e.leaderCommit !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 1.1646574342750257e-28, true); p += 16; p = putInteger(c, p, e.leaderCommit); }
  if (e.success !== undefined) { v.setFloat64(p, 7.477241777406865e+247, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putFlag(c, p, e.success); }
  if (e.matchIndex !== undefined) { v.setFloat64(p, 4.3510528266264887e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.matchIndex); }
  if (e.conflictIndex !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.2503794362323116e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.conflictIndex); }
  if (e.conflictTerm !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.1629404372699013e-28, true); p += 16; p = putInteger(c, p, e.conflictTerm); }
  if (e.lastIncludedIndex !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.8357209222229106e+223, true); v.setFloat64(p + 16, 6.013618015940835e-154, true); p += 21; p = putInteger(c, p, e.lastIncludedIndex); }
  if (e.lastIncludedTerm !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 1.3221505580947094e+180, true); v.setFloat64(p + 16, 6.013470595116221e-154, true); p += 20; p = putInteger(c, p, e.lastIncludedTerm); }
  if (e.round !== undefined) { v.setFloat64(p, 5.23590650347326e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.round); }
  if (e.askedAt !== undefined) { v.setFloat64(p, 10693467.605607115, true); v.setFloat64(p + 8, 6.013470019257347e-154, true); p += 11; p = putNumber(c, p, e.askedAt); }
  if (e.bytes !== undefined) { v.setFloat64(p, 9.941253469670208e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.bytes); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function messageSent(c: PutCursor, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): number {
  switch (e.kind) {
    case 'AppendEntries':
      return messageSentAppendEntries(c, e);
    case 'AppendEntriesResponse':
      return messageSentAppendEntriesResponse(c, e);
    case 'RequestVote':
    case 'PreVote':
      return messageSentRequestVote(c, e);
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return messageSentRequestVoteResponse(c, e);
    default:
      return messageSentOther(c, e);
  }
}

function entryProposed(c: PutCursor, e: EventOf<'entry.proposed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 8.186897289028721e-85, true); v.setFloat64(p + 16, 4.244371561661965e+175, true); v.setFloat64(p + 24, 6.013470016999071e-154, true); p += 25;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index);
  if (e.entryTerm !== undefined) { v.setFloat64(p, 8.696744386983476e+98, true); v.setFloat64(p + 8, 6.013618014990154e-154, true); p += 13; p = putInteger(c, p, e.entryTerm); }
  if (e.hash !== undefined) { v.setFloat64(p, 1.1617087903132927e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.hash); }
  return p;
}

function appendAccepted(c: PutCursor, e: EventOf<'append.accepted'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.0143327657144105e+175, true); v.setFloat64(p + 16, 5.300758999724349e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.leader !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.leader); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putInteger(c, p, e.entries); }
  if (e.lastNewIndex !== undefined) { v.setFloat64(p, 9.872892328993654e+179, true); v.setFloat64(p + 8, 1.1656396247049502e-28, true); p += 16; p = putInteger(c, p, e.lastNewIndex); }
  return p;
}

function appendRejected(c: PutCursor, e: EventOf<'append.rejected'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.0143327657144105e+175, true); v.setFloat64(p + 16, 5.287589258838536e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.leader !== undefined) { v.setFloat64(p, 1.1411432470656018e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.leader); }
  if (e.prevLogIndex !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.prevLogIndex); }
  if (e.prevLogTerm !== undefined) { v.setFloat64(p, 1.3485267220009984e+228, true); v.setFloat64(p + 8, 1.949198755164586e-153, true); p += 15; p = putInteger(c, p, e.prevLogTerm); }
  if (e.entries !== undefined) { v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putInteger(c, p, e.entries); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  if (e.conflictIndex !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.2503794362323116e-142, true); v.setFloat64(p + 16, 6.013470016999103e-154, true); p += 17; p = putInteger(c, p, e.conflictIndex); }
  if (e.conflictTerm !== undefined) { v.setFloat64(p, 6.793402668707282e+199, true); v.setFloat64(p + 8, 1.1629404372699013e-28, true); p += 16; p = putInteger(c, p, e.conflictTerm); }
  return p;
}

function logAppended(c: PutCursor, e: EventOf<'log.appended'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 2.133938079823666e+233, true); v.setFloat64(p + 16, 6.858754324332777e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 7.297147986269453e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.firstIndex);
  v.setFloat64(p, 3.2997841375452183e+180, true); v.setFloat64(p + 8, 6.013470019257346e-154, true); p += 11; p = putEntries(c, p, e.entries);
  return p;
}

function logTruncated(c: PutCursor, e: EventOf<'log.truncated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 2.1531035456845698e+243, true); v.setFloat64(p + 16, 5.226893004503624e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.8382736261603545e+223, true); v.setFloat64(p + 8, 6.013618015940835e-154, true); p += 13; p = putInteger(c, p, e.fromIndex);
  if (e.lastIndex !== undefined) { v.setFloat64(p, 1.8402547752994988e+223, true); v.setFloat64(p + 8, 6.013618015940835e-154, true); p += 13; p = putInteger(c, p, e.lastIndex); }
  return p;
}

function statePersisted(c: PutCursor, e: EventOf<'state.persisted'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 3.4512140954228395e-85, true); v.setFloat64(p + 16, 5.303814273080502e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.currentTerm !== undefined) { v.setFloat64(p, 6.202039704144631e+223, true); v.setFloat64(p + 8, 1.9491987551645895e-153, true); p += 15; p = putInteger(c, p, e.currentTerm); }
  if (e.votedFor !== undefined) { v.setFloat64(p, 1.2927695984273405e+31, true); v.setFloat64(p + 8, 6.01348197564271e-154, true); p += 13; p = putText(c, p, e.votedFor); }
  if (e.lastLogIndex !== undefined) { v.setFloat64(p, 1.348166646057068e+228, true); v.setFloat64(p + 8, 1.1656396247049466e-28, true); p += 16; p = putInteger(c, p, e.lastLogIndex); }
  return p;
}

function progressUpdated(c: PutCursor, e: EventOf<'progress.updated'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 4.772991771200943e+180, true); v.setFloat64(p + 16, 3.984780655413172e+252, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.1641605142963747e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.peer);
  if (e.matchIndex !== undefined) { v.setFloat64(p, 4.3510528266264887e+45, true); v.setFloat64(p + 8, 6.051357746091388e-154, true); p += 14; p = putInteger(c, p, e.matchIndex); }
  if (e.nextIndex !== undefined) { v.setFloat64(p, 1.84026030822184e+223, true); v.setFloat64(p + 8, 6.013618015940835e-154, true); p += 13; p = putInteger(c, p, e.nextIndex); }
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function commitAdvanced(c: PutCursor, e: EventOf<'commit.advanced'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.8257146309165394e+252, true); v.setFloat64(p + 16, 2.51968630531998e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.from !== undefined) { v.setFloat64(p, 1.162937597535317e-28, true); p += 8; p = putInteger(c, p, e.from); }
  v.setFloat64(p, 6.051357547323025e-154, true); p += 6; p = putInteger(c, p, e.to);
  if (e.entryTerm !== undefined) { v.setFloat64(p, 8.696744386983476e+98, true); v.setFloat64(p + 8, 6.013618014990154e-154, true); p += 13; p = putInteger(c, p, e.entryTerm); }
  if (e.acks !== undefined) { v.setFloat64(p, 1.1644128033755204e-28, true); p += 8; p = putTexts(c, p, e.acks); }
  return p;
}

function entryApplied(c: PutCursor, e: EventOf<'entry.applied'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 8.186897289028721e-85, true); v.setFloat64(p + 16, 5.226850159797241e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index);
  if (e.entryTerm !== undefined) { v.setFloat64(p, 8.696744386983476e+98, true); v.setFloat64(p + 8, 6.013618014990154e-154, true); p += 13; p = putInteger(c, p, e.entryTerm); }
  if (e.hash !== undefined) { v.setFloat64(p, 1.1617087903132927e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.hash); }
  if (e.client !== undefined) { v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.client); }
  if (e.clientSeq !== undefined) { v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013618015333027e-154, true); p += 13; p = putInteger(c, p, e.clientSeq); }
  return p;
}

function commandExecuted(c: PutCursor, e: EventOf<'command.executed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 5.039653392712811e+223, true); v.setFloat64(p + 16, 9.800584406770549e+252, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index);
  v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.client);
  v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013618015333027e-154, true); p += 13; p = putInteger(c, p, e.clientSeq);
  return p;
}

function snapshotTaken(c: PutCursor, e: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'snapshot.taken') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4190275587355104e+195, true); v.setFloat64(p + 16, 6.194057431406216e+223, true); v.setFloat64(p + 24, 6.013470016999071e-154, true); p += 25; } else   if (e.event === 'snapshot.sent') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4190275587355104e+195, true); v.setFloat64(p + 16, 1.0471687990874196e-142, true); p += 24; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4190275587355104e+195, true); v.setFloat64(p + 16, 2.8752141188903094e+161, true); v.setFloat64(p + 24, 6.013482915016722e-154, true); p += 29; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index);
  if (e.snapshotTerm !== undefined) { v.setFloat64(p, 1.4190275587355068e+195, true); v.setFloat64(p + 8, 1.162940437269904e-28, true); p += 16; p = putInteger(c, p, e.snapshotTerm); }
  if (e.bytes !== undefined) { v.setFloat64(p, 9.941253469670208e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.bytes); }
  if (e.peer !== undefined) { v.setFloat64(p, 1.1641605142963747e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.peer); }
  if (e.voters !== undefined) { v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putTexts(c, p, e.voters); v = c.view; }
  if (e.votersOutgoing !== undefined) { v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 1.6937535122003152e+190, true); v.setFloat64(p + 16, 6.01347001700789e-154, true); p += 18; p = putTexts(c, p, e.votersOutgoing); v = c.view; }
  if (e.learners !== undefined) { v.setFloat64(p, 3.948108281611516e+180, true); v.setFloat64(p + 8, 6.013470595118256e-154, true); p += 12; p = putTexts(c, p, e.learners); }
  return p;
}

function configProposed(c: PutCursor, e: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'config.proposed') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4146307503682846e+190, true); v.setFloat64(p + 16, 5.040444927902603e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else   if (e.event === 'config.appended') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4146307503682846e+190, true); v.setFloat64(p + 16, 2.6493665354082084e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26; } else   if (e.event === 'config.committed') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4146307503682846e+190, true); v.setFloat64(p + 16, 9.353157169058417e+252, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.4146307503682846e+190, true); v.setFloat64(p + 16, 4.236633429149074e+175, true); v.setFloat64(p + 24, 6.013470016999071e-154, true); p += 25; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  if (e.index !== undefined) { v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index); }
  v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putTexts(c, p, e.voters); v = c.view;
  if (e.votersOutgoing !== undefined) { v.setFloat64(p, 1.286255114207613e+248, true); v.setFloat64(p + 8, 1.6937535122003152e+190, true); v.setFloat64(p + 16, 6.01347001700789e-154, true); p += 18; p = putTexts(c, p, e.votersOutgoing); v = c.view; }
  if (e.learners !== undefined) { v.setFloat64(p, 3.948108281611516e+180, true); v.setFloat64(p + 8, 6.013470595118256e-154, true); p += 12; p = putTexts(c, p, e.learners); }
  return p;
}

function transferStarted(c: PutCursor, e: EventOf<'transfer.started'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 3.302603194209826e+185, true); v.setFloat64(p + 16, 8.422441892092023e+252, true); v.setFloat64(p + 24, 6.013470017195876e-154, true); p += 27;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 4.90391720056191e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.target);
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function transferFinished(c: PutCursor, e: EventOf<'transfer.finished'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 3.302603194209826e+185, true); v.setFloat64(p + 16, 8.890679149030781e+247, true); v.setFloat64(p + 24, 6.013470067381944e-154, true); p += 28;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 4.90391720056191e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.target);
  if (e.cause !== undefined) { v.setFloat64(p, 5.497178132654108e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.cause); }
  return p;
}

function readStarted(c: PutCursor, e: EventOf<'read.started'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.640600212715417e+246, true); v.setFloat64(p + 16, 6.858754680320132e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.1609548414756804e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.mode);
  if (e.readIndex !== undefined) { v.setFloat64(p, 1.8357165139548264e+223, true); v.setFloat64(p + 8, 6.013618015940835e-154, true); p += 13; p = putInteger(c, p, e.readIndex); }
  if (e.client !== undefined) { v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.client); }
  return p;
}

function readServed(c: PutCursor, e: EventOf<'read.served'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.640600212715417e+246, true); v.setFloat64(p + 16, 6.016771910388824e-154, true); p += 22;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.1609548414756804e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.mode);
  if (e.readIndex !== undefined) { v.setFloat64(p, 1.8357165139548264e+223, true); v.setFloat64(p + 8, 6.013618015940835e-154, true); p += 13; p = putInteger(c, p, e.readIndex); }
  if (e.client !== undefined) { v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.client); }
  return p;
}

function clientInvoked(c: PutCursor, e: EventOf<'client.invoked'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.9640970368678345e+252, true); v.setFloat64(p + 16, 4.238188372339198e+175, true); v.setFloat64(p + 24, 6.013470016999071e-154, true); p += 25;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.client);
  v.setFloat64(p, 6.797191642236501e-154, true); p += 7; p = putText(c, p, e.op);
  if (e.key !== undefined) { v.setFloat64(p, 8.371803313833274e-144, true); p += 8; p = putText(c, p, e.key); }
  if (e.value !== undefined) { v.setFloat64(p, 5.499145024016051e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.value); }
  return p;
}

function clientReturned(c: PutCursor, e: EventOf<'client.returned'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.9640970368678345e+252, true); v.setFloat64(p + 16, 3.9481479702099713e+180, true); v.setFloat64(p + 24, 6.013470016999837e-154, true); p += 26;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 6.964097036867823e+252, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.client);
  v.setFloat64(p, 6.797191642236501e-154, true); p += 7; p = putText(c, p, e.op);
  if (e.key !== undefined) { v.setFloat64(p, 8.371803313833274e-144, true); p += 8; p = putText(c, p, e.key); }
  if (e.value !== undefined) { v.setFloat64(p, 5.499145024016051e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.value); }
  if (e.ok !== undefined) { v.setFloat64(p, 6.051357457978543e-154, true); p += 6; p = putFlag(c, p, e.ok); }
  if (e.index !== undefined) { v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index); }
  if (e.entryTerm !== undefined) { v.setFloat64(p, 8.696744386983476e+98, true); v.setFloat64(p + 8, 6.013618014990154e-154, true); p += 13; p = putInteger(c, p, e.entryTerm); }
  if (e.hash !== undefined) { v.setFloat64(p, 1.1617087903132927e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.hash); }
  return p;
}

function lockWaiting(c: PutCursor, e: EventOf<'lock.waiting'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.2260778884724091e+266, true); v.setFloat64(p + 16, 6.863175769876786e-154, true); p += 23;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.162432992693304e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.lock);
  if (e.thread !== undefined) { v.setFloat64(p, 3.442102535260241e+175, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.thread); }
  return p;
}

function lockAcquired(c: PutCursor, e: EventOf<'lock.acquired'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.3364711449184026e+160, true); v.setFloat64(p + 16, 5.226885307138672e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.162432992693304e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.lock);
  if (e.thread !== undefined) { v.setFloat64(p, 3.442102535260241e+175, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.thread); }
  return p;
}

function lockReleased(c: PutCursor, e: EventOf<'lock.released'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.0141878588243301e+242, true); v.setFloat64(p + 16, 5.226889094303932e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.162432992693304e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.lock);
  if (e.thread !== undefined) { v.setFloat64(p, 3.442102535260241e+175, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.thread); }
  if (e.heldMs !== undefined) { v.setFloat64(p, 2.5688557557397803e+247, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putNumber(c, p, e.heldMs); }
  return p;
}

function faultInjected(c: PutCursor, e: EventOf<'fault.injected' | 'fault.cleared'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'fault.injected') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.570749834635734e-85, true); v.setFloat64(p + 16, 4.245108109166263e+175, true); v.setFloat64(p + 24, 6.013470016999071e-154, true); p += 25; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.570749834635734e-85, true); v.setFloat64(p + 16, 5.2268851839853845e-143, true); p += 24; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.046780841163306e-142, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putText(c, p, e.fault);
  if (e.nodes !== undefined) { v.setFloat64(p, 9.941128035415124e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putTexts(c, p, e.nodes); v = c.view; }
  if (e.links !== undefined) { v.setFloat64(p, 9.95321855682228e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putRare(c, p, e.links); }
  return p;
}

function testStarted(c: PutCursor, e: EventOf<'test.started' | 'test.passed' | 'test.failed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  if (e.event === 'test.started') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 6.654316318505597e+246, true); v.setFloat64(p + 16, 6.858754680320132e-154, true); p += 23; } else   if (e.event === 'test.passed') { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 2.3640880607820224e+232, true); v.setFloat64(p + 16, 6.016771910128679e-154, true); p += 22; } else { v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 1.6175746919445717e+184, true); v.setFloat64(p + 16, 6.016771909517501e-154, true); p += 22; }
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.1646670339305233e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.test);
  if (e.message !== undefined) { v.setFloat64(p, 9.719123284252553e+189, true); v.setFloat64(p + 8, 6.013470063712503e-154, true); p += 12; p = putText(c, p, e.message); }
  return p;
}

function testObserved(c: PutCursor, e: EventOf<'test.observed'>): number {
  let v = c.view;
  let p = c.at;
  v.setFloat64(p, 7.27703397622623e-143, true); v.setFloat64(p + 8, 1.1231477004037691e+219, true); v.setFloat64(p + 16, 6.013470019257328e-154, true); p += 19;
  p = putTime(c, p, e.time);
  v.setFloat64(p, 1.0471688089047281e-142, true); v.setFloat64(p + 8, 3.607312104464756e+227, true); v.setFloat64(p + 16, 5.226901084930787e-143, true); p += 24;
  if (e.node !== undefined) { v.setFloat64(p, 1.160954841490374e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.node); }
  if (e.seq !== undefined) { v.setFloat64(p, 1.9492032498224844e-153, true); p += 7; p = putInteger(c, p, e.seq); }
  if (e.inc !== undefined) { v.setFloat64(p, 1.9491873569237726e-153, true); p += 7; p = putInteger(c, p, e.inc); }
  if (e.term !== undefined) { v.setFloat64(p, 1.1629404377353802e-28, true); p += 8; p = putInteger(c, p, e.term); }
  if (e.role !== undefined) { v.setFloat64(p, 1.1609625452689263e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putRole(c, p, e.role); }
  if (e.group !== undefined) { v.setFloat64(p, 8.435647665658185e-143, true); v.setFloat64(p + 8, 6.013470016999781e-154, true); p += 10; p = putSameText(c, p, e.group, c.sameGroup); }
  if (e.run !== undefined) { v.setFloat64(p, 8.371749852968997e-144, true); p += 8; p = putSameText(c, p, e.run, c.sameRun); }
  if (e.caller !== undefined) { v.setFloat64(p, 1.1428191914764736e+243, true); v.setFloat64(p + 8, 6.013470017181542e-154, true); p += 11; p = putText(c, p, e.caller); }
  v.setFloat64(p, 1.164651611238929e-28, true); v.setFloat64(p + 8, 6.013470016999071e-154, true); p += 9; p = putText(c, p, e.fact);
  if (e.ofTerm !== undefined) { v.setFloat64(p, 1.6234390594639973e+219, true); v.setFloat64(p + 8, 6.01347001700789e-154, true); p += 10; p = putInteger(c, p, e.ofTerm); }
  if (e.index !== undefined) { v.setFloat64(p, 1.2503794366103463e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.index); }
  if (e.count !== undefined) { v.setFloat64(p, 1.0471813005156518e-142, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putInteger(c, p, e.count); }
  if (e.nodes !== undefined) { v.setFloat64(p, 9.941128035415124e-143, true); v.setFloat64(p + 8, 6.013470016999103e-154, true); p += 9; p = putTexts(c, p, e.nodes); v = c.view; }
  if (e.message !== undefined) { v.setFloat64(p, 9.719123284252553e+189, true); v.setFloat64(p + 8, 6.013470063712503e-154, true); p += 12; p = putText(c, p, e.message); }
  return p;
}

type EventPutter = (c: PutCursor, event: TraceEvent) => number;

/** Puts an event up to its last field, by its number; gives where that ends. */
export const eventPutters: readonly EventPutter[] = [
  traceStarted,
  nodeStarted,
  nodeStopped,
  nodeCrashed,
  timerStarted,
  timerExpired,
  termChanged,
  roleChanged,
  leaderRecognized,
  electionStarted,
  voteGranted,
  voteDenied,
  voteReceived,
  messageSent,
  messageSent,
  messageSent,
  messageSent,
  entryProposed,
  appendAccepted,
  appendRejected,
  logAppended,
  logTruncated,
  statePersisted,
  progressUpdated,
  commitAdvanced,
  entryApplied,
  commandExecuted,
  snapshotTaken,
  snapshotTaken,
  snapshotTaken,
  configProposed,
  configProposed,
  configProposed,
  configProposed,
  transferStarted,
  transferFinished,
  readStarted,
  readServed,
  clientInvoked,
  clientReturned,
  lockWaiting,
  lockAcquired,
  lockReleased,
  faultInjected,
  faultInjected,
  testStarted,
  testObserved,
  testStarted,
  testStarted,
] as readonly ((c: PutCursor, event: never) => number)[] as EventPutter[];
