/** A date and a time of day as a calendar and a clock show them, without a zone. */
export interface CivilTime {
  /** 0 to 9999, of the Gregorian calendar. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to the length of the month. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59: the loggers that we read know no leap seconds. */
  readonly second: number;
}

const daysInMonth: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysPerEra = 146_097;
/** From 0000-03-01, where the eras start, to 1970-01-01. */
const daysBeforeEpoch = 719_468;

/**
 * Milliseconds from the epoch to a civil time read as UTC; undefined where there is no such time.
 *
 * The day count is Howard Hinnant's days_from_civil: years start in March, so that the leap day is
 * the last of its year, and 400 of them are an era of a fixed number of days.
 */
export function civilTimeMs(civil: CivilTime): number | undefined {
  const { year, month, day, hour, minute, second } = civil;
  const parts = [year, month, day, hour, minute, second];
  if (!parts.every((part) => Number.isInteger(part) && part >= 0)) return undefined;
  if (year > 9999 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (day < 1 || day > monthLength(year, month)) return undefined;
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const days = era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - daysBeforeEpoch;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

/** 0 where there is no such month. */
function monthLength(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysInMonth[month - 1] ?? 0);
}
