// Civil days and ISO 8601 weeks.

const DAY = 86_400_000;
const instant = (day) => new Date(`${day}T00:00:00Z`);
const written = (date) => date.toISOString().slice(0, 10);

/** Today, where the device is. */
export function today(now = new Date()) {
  const two = (value) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The latest day anywhere on earth: a rating may not be of a later one. */
export function latestDay(now = new Date()) {
  return written(new Date(now.getTime() + 14 * 3_600_000));
}

/** No rating is of an earlier day. */
const EARLIEST = "1990-01-01";

/** The first and the last day that can be rated: of a week, or of all. */
export function daysOf(week) {
  const newest = latestDay();
  if (!week) return { first: EARLIEST, last: newest };
  const first = mondayOf(week);
  const sunday = later(first, 6);
  return { first, last: sunday < newest ? sunday : newest };
}

export const within = (wanted, { first, last }) => (wanted < first ? first : wanted > last ? last : wanted);

export function later(day, days) {
  return written(new Date(instant(day).getTime() + days * DAY));
}

/** The week of a civil day, as `2026-W47`. */
export function weekOf(day) {
  const date = instant(day);
  const weekday = date.getUTCDay() || 7;
  const thursday = new Date(date.getTime() + (4 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const digits = String(year).padStart(4, "0");
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${digits}-W${String(number).padStart(2, "0")}`;
}

/** The Monday of a week. */
export function mondayOf(week) {
  const [year, number] = week.split("-W").map(Number);
  const fourth = `${year}-01-04`;
  const weekday = instant(fourth).getUTCDay() || 7;
  return later(fourth, 1 - weekday + (number - 1) * 7);
}
