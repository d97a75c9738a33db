// The facts of the API in the language of the page. The server says them in English, and that is shown
// where the language is English, and where a later server says what is not known here.
import { day, find, language, list, number } from "./texts.js";

const AREAS = ["total", "bulbar", "fine_motor", "gross_motor", "respiratory"];
const RATERS = ["self", "self_with_help", "caregiver_proxy", "clinician_in_person", "clinician_phone"];
/** Said in other words to the patient than about the patient. */
const OF_PATIENT = ["self", "self_with_help", "caregiver_proxy"];
const STALE_DAYS = 28;
const DAY = 86_400_000;

/** There is no text of this in the language of the page. */
class Unsaid extends Error {}

function say(id, values) {
  const text = find(id, values);
  if (text === undefined || text.includes("{$")) throw new Unsaid(id);
  return text;
}

function known(value, among) {
  if (!among.includes(value)) throw new Unsaid(value);
  return value;
}

const orOriginal = (original, make) => {
  if (language.value === "en") return original;
  try {
    const text = make();
    return text.charAt(0).toLocaleUpperCase(language.value) + text.slice(1);
  } catch {
    // A later server may say more than is known here: what it says is right, in whatever language.
    return original;
  }
};

/** The text of a `Sentence`. `reader` is `{ isPatient, name }`; `name` is the patient's. */
export function words(sentence, reader) {
  return orOriginal(sentence.text, () => {
    const tell = Object.hasOwn(FACTS, sentence.code) ? FACTS[sentence.code] : () => say(`sentence-${sentence.code}`);
    return tell(sentence, reader);
  });
}

const daysBetween = (first, last) => (Date.parse(last) - Date.parse(first)) / DAY;
const round = (value, decimals) => Math.round(value * 10 ** decimals) / 10 ** decimals;
/** As the server tells it: over more than a year a tenth of a point a month is too coarse. */
const decimalsOf = (first, last) => (daysBetween(first, last) <= 366 ? 1 : 2);
const signed = (value) => new Intl.NumberFormat(language.value, { signDisplay: "exceptZero" }).format(value).replace("-", "−");
const plain = (value) => number(value, Number.isInteger(value) ? 0 : Number.isInteger(round(value * 10, 6)) ? 1 : 2);
const yes = (is) => (is ? "yes" : "no");

const between = (first, last) => (first === last
  ? say("sentence-days-one", { day: day(first) })
  : say("sentence-days", { first: day(first), last: day(last) }));
const ratings = (count) => say("sentence-ratings", { count });
const score = (of) => say("sentence-score", { area: known(of.score, AREAS) });
const ofScore = (of) => say("sentence-of-score", { area: known(of.score, AREAS) });
const raterKey = (rater, { isPatient }) => (isPatient && OF_PATIENT.includes(known(rater, RATERS)) ? `${rater}_you` : known(rater, RATERS));

const stretch = (of) => say("sentence-stretch", {
  days: between(of.first_day, of.last_day), ratings: ratings(of.ratings), side: of.side ?? "none",
});
const hasEnds = (of) => of.from !== undefined && of.to !== undefined;

function pace(of) {
  if (of.per_month === undefined || !of.per_month_ci95) return null;
  const decimals = decimalsOf(of.first_day, of.last_day);
  const told = (value) => round(Math.abs(value), decimals);
  return { told, finest: 10 ** -decimals, size: told(of.per_month), ends: of.per_month_ci95.map(told), exact: Math.abs(of.per_month) };
}

function likely({ ends, finest }) {
  const [slower, faster] = [Math.min(...ends), Math.max(...ends)];
  if (faster === 0) return "";
  if (slower === 0) return ` (${say("sentence-likely-most", { faster: plain(faster) })})`;
  if (slower < faster) return ` (${say("sentence-likely-between", { slower: plain(slower), faster: plain(faster) })})`;
  return ` (${say("sentence-likely-within", { finest: plain(finest) })})`;
}

function clear(of) {
  let ends = "";
  if (hasEnds(of)) {
    const shown = { from: of.from, to: of.to, of: of.of };
    ends = ` ${say(of.from === of.to ? "sentence-ends-near" : "sentence-ends", shown)}`;
  }
  const found = pace(of);
  let moved = "";
  if (found) {
    const about = found.exact < found.finest ? say("sentence-about-small", { finest: plain(found.finest) }) : say("sentence-about", { points: found.size });
    moved = `, ${about}${likely(found)}`;
    if (!ends) moved += `, ${say("sentence-set-apart")}`;
  }
  return say(`sentence-${of.code}`, { stretch: stretch(of), score: score(of), ends, pace: moved });
}

function possible(of) {
  const found = of.score === "total" ? pace(of) : null;
  if (!found) return "";
  const [fall, rise] = found.ends;
  if (fall === 0 && rise === 0) return ` ${say("sentence-possible-none", { finest: plain(found.finest) })}`;
  if (rise === 0) return ` ${say("sentence-possible-fall", { fall })}`;
  if (fall === 0) return ` ${say("sentence-possible-rise", { rise })}`;
  return ` ${say("sentence-possible-both", { fall, rise })}`;
}

function unclear(of) {
  const shown = { from: of.from, to: of.to, of: of.of };
  const ends = hasEnds(of) ? say(of.from === of.to ? "sentence-both-ends" : "sentence-two-ends", shown) : `, ${say("sentence-set-apart")}`;
  return say("sentence-no_clear_change", { stretch: stretch(of), score: score(of), ends }) + possible(of);
}

const went = (of) => say(hasEnds(of) ? "sentence-went" : "sentence-went-rated", { stretch: stretch(of), score: score(of), from: of.from ?? 0, to: of.to ?? 0, of: of.of });

const rests = (of) => say("sentence-rests", { days: between(of.first_day, of.last_day), before: ratings(of.ratings_before), after: of.ratings_after });
const apart = (of) => say("sentence-difference", {
  rests: rests(of), score: ofScore(of), pace: signed(of.per_month), low: signed(of.per_month_ci95[0]), high: signed(of.per_month_ci95[1]),
});

function step(of, reader) {
  const ways = [];
  if (of.rater) ways.push(say("sentence-rated", { rater: raterKey(of.rater, reader), name: reader.name }));
  if (of.form) ways.push(say("sentence-asked", { tube: yes(known(of.form, ["5a", "5b"]) === "5b") }));
  const isSeen = of.points !== undefined && of.points_ci95;
  const sizes = isSeen ? of.points_ci95.map(Math.abs) : [];
  const seen = isSeen
    ? say(of.points < 0 ? "sentence-step-lower" : "sentence-step-higher", { score: score(of), points: Math.abs(of.points), least: plain(Math.min(...sizes)), most: plain(Math.max(...sizes)) })
    : say("sentence-step-unclear", { score: score(of) });
  return say("sentence-step", { since: day(of.since), good: yes(of.for_good), ways: [...ways, seen].reduce((one, other) => say("sentence-then", { one, other })) });
}

function answeredBy(of, reader) {
  const made = say("sentence-made", { rater: raterKey(of.rater, reader), name: reader.name });
  return say(of.ratings === of.of_ratings ? "sentence-answered_by-all" : "sentence-answered_by", { made, ratings: of.ratings, of: of.of_ratings });
}

function recorded(of) {
  const counts = { since: day(of.first_day), weeks: of.weeks, recorded: of.weeks_recorded, row: of.weeks_in_a_row };
  if (of.weeks_recorded >= of.weeks) return say("sentence-recorded-all", counts);
  if (of.weeks_recorded === 0) return say("sentence-recorded-none", counts);
  return say(of.weeks_in_a_row > 1 ? "sentence-recorded-row" : "sentence-recorded", counts);
}

const FACTS = {
  last_rating: (of) => say("sentence-last_rating", { day: day(of.last_day), ago: of.days_ago, rater: known(of.rater, RATERS) }),
  nothing_recorded: (of) => say("sentence-nothing_recorded", { days: between(of.first_day, of.last_day) }),
  always_skipped: (of) => say("sentence-always_skipped", {
    days: between(of.first_day, of.last_day), ratings: ratings(of.ratings), count: of.items.length, items: list(of.items.map((item) => say(`sentence-item-${item}`))),
  }),
  no_total: (of) => say("sentence-no_total", { days: between(of.first_day, of.last_day), ratings: of.ratings }),
  fell: clear,
  rose: clear,
  no_clear_change: unclear,
  always_the_same: (of) => say("sentence-always_the_same", { stretch: stretch(of), score: score(of), from: of.from, of: of.of }),
  on_a_line: (of) => `${went(of)} ${say("sentence-on_a_line")}`,
  too_few: (of) => `${went(of)} ${say("sentence-too_few")}`,
  one_rating: (of) => say(of.from === undefined ? "sentence-one_rating-rated" : "sentence-one_rating", { score: score(of), from: of.from ?? 0, of: of.of, day: day(of.first_day), side: of.side ?? "none" }),
  too_few_to_compare: (of) => (of.first_day && of.last_day
    ? say("sentence-too_few_to_compare", { days: between(of.first_day, of.last_day), side: known(of.side, ["before", "after"]), count: of.ratings })
    : say("sentence-too_few_to_compare-ended")),
  look_longer: (of) => say("sentence-look_longer", { weeks: of.weeks }),
  takes: (of) => {
    const asked = say(of.side ? "sentence-takes-comparison" : "sentence-takes", { total: yes(of.score === "total"), more: of.more_ratings });
    return of.not_before ? `${asked}, ${say("sentence-takes-day", { day: day(of.not_before), more: of.more_ratings })}.` : `${asked}.`;
  },
  takes_in_all: (of) => say("sentence-takes_in_all", { total: yes(of.score === "total"), ratings: of.ratings, weeks: of.weeks }),
  step,
  answered_by: answeredBy,
  incomplete: (of) => say("sentence-incomplete", { ratings: of.ratings }),
  left_out: (of) => say("sentence-left_out", { ratings: of.ratings }),
  recorded,
  difference_up: apart,
  difference_down: apart,
  no_clear_difference: (of) => {
    const [low, high] = of.per_month_ci95 ?? [0, 0];
    return say(low < high ? "sentence-no_clear_difference" : "sentence-no_clear_difference-small", { rests: rests(of), score: ofScore(of), low: signed(low), high: signed(high) });
  },
  difference_unknown: (of) => say("sentence-difference_unknown", { rests: rests(of), score: ofScore(of) }),
  at_the_end_of_the_scale: (of) => say("sentence-at_the_end_of_the_scale", { rests: rests(of), score: ofScore(of), most: of.score === "total" ? 48 : 12 }),
  changes_without_it: (of) => say("sentence-changes_without_it", { of: of.one_in, points: plain(of.per_month), people: of.people }),
  without_decline: (of) => {
    const [[half, year], [halfOfAll, yearOfAll]] = [of.percent_in_trials, of.percent_in_a_register].map((pair) => pair.map(plain));
    return say("sentence-without_decline", { half, year, halfOfAll, yearOfAll });
  },
  other_treatments: (of) => say("sentence-other_treatments", { treatments: of.treatments }),
};

/**
 * The text of a flag: where `isClinician` holds of the `reader`, what happened, and not the request to tell the team. With
 * the days `latest` (of the last rating) and `today` it can say that something goes on, and leaves "today" and "this week"
 * out of a flag that is told long after.
 */
export function flagWords(flag, reader) {
  return orOriginal(flag.text, () => {
    const { isPatient, isClinician, name, latest, today } = reader;
    const isStale = Boolean(latest && today) && daysBetween(latest, today) > STALE_DAYS;
    const goesOn = flag.goes_on && !isStale;
    const who = isPatient ? "you" : "other";
    const isTenth = ["contact_today", "contact_this_week"].includes(flag.tier);
    const said = [say(`flag-words-${flag.code}`, { day: day(flag.said_on), goes: yes(goesOn), who, name, tenth: yes(isTenth) })];
    // The team is not asked to tell itself.
    if (!isClinician) said.push(say(`flag-ask-${request(flag, isStale)}`, { who }));
    if (flag.code === "breathing_now") said.push(say("flag-words-help", { who }));
    return said.join(" ");
  });
}

function request({ code, tier }, isStale) {
  if (code === "nothing_recorded") return "silence";
  if (code === "saliva_aids") return "saliva";
  if (isStale && tier.startsWith("contact_")) return "contact";
  return known(tier, ["contact_today", "contact_this_week", "tell_team", "next_visit"]);
}

/** The text of a marker: its label has a fixed form, except for names, which stay as people wrote them. */
export function markerWords(marker) {
  return orOriginal(marker.label, () => {
    // The words of a side effect are a person's own, and may end in anything.
    const found = marker.kind === "side_effect" ? null : /^(.+) (started|ended)$/.exec(marker.label);
    const said = found?.[1] ?? marker.label;
    const what = find(`marker-${said.replaceAll(" ", "_")}`) ?? said;
    if (!found) return what;
    return say(`happened-${found[2]}`, { what });
  });
}
