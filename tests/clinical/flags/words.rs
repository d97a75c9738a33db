//! What flags say, to whom, and in which tense.

use alsfrs_diary::clinical::{
    Assessment, Companion, FLAG_RULES_VERSION, FlagFacts, Item, Rater, Reader, Reading, Voice,
    flags,
};
use alsfrs_diary::words::Language;
use chrono::Days;
use rstest::rstest;

use super::{by, facts, of, then, told};
use crate::people::{FULL, complete, entry, full_but, weighed};

use Item::{Dyspnea, RespiratoryInsufficiency, Salivation, Speech, Swallowing};

/// The husband who answered for Ada, and helped her before.
const AUTHOR: Reader<'static> = Reader::Other(Companion {
    patient: "Ada",
    is_author: true,
    is_helper: true,
    is_clinician: false,
});

fn read(history: &[Assessment], reader: Reader<'static>, days: u64) -> Vec<String> {
    let told = facts(history);
    let facts = FlagFacts {
        today: told.today + Days::new(days),
        ..told
    };
    let voice = Voice {
        reader,
        today: facts.today,
        language: Language::English,
    };
    let flags = flags(history, &facts);
    flags.iter().map(|flag| flag.text(voice)).collect()
}

#[rstest]
#[case(of(Dyspnea, &[4, 1]), "On 12 January your answers said that breathing was hard. Please contact your ALS team today. If you cannot get enough air right now, call your emergency number.")]
#[case(of(Dyspnea, &[4, 1, 1]), "Since 12 January your answers have said that breathing is hard. Please contact your ALS team today. If you cannot get enough air right now, call your emergency number.")]
#[case(of(Dyspnea, &[4, 3, 3]), "On 19 January your answers about breathing changed. Please contact your ALS team this week.")]
#[case(of(RespiratoryInsufficiency, &[4, 3]), "On 12 January your answers about breathing support changed. Please tell your ALS team.")]
#[case(of(Swallowing, &[4, 3, 3]), "On 19 January your answers about swallowing changed. Please tell your ALS team.")]
#[case(of(Salivation, &[2]), "On 5 January your answers said that there was too much saliva. There is help for it: please ask your ALS team at your next visit.")]
#[case(of(Speech, &[2, 2]), "Since 5 January your answers have said that speaking is harder. There are aids: please ask your ALS team at your next visit.")]
#[case(vec![weighed(0, complete(FULL), 70.0), weighed(7, complete(FULL), 66.0)], "On 12 January your weight was a twentieth or more below what it was before. Please tell your ALS team.")]
#[case(of(Dyspnea, &[4, 4, 2, 4]), "On 19 January your answers said that breathing was hard. Please contact your ALS team today. If you cannot get enough air right now, call your emergency number.")]
#[case(vec![weighed(0, complete(FULL), 70.0), weighed(7, complete(FULL), 66.0), weighed(14, complete(FULL), 63.0), weighed(21, complete(FULL), 63.0)], "Since 19 January your weight has been a tenth or more below what it was before. Please contact your ALS team this week.")]
#[case(vec![weighed(0, complete(FULL), 70.0), weighed(7, complete(FULL), 66.0), weighed(14, complete(FULL), 70.0)], "On 12 January your weight was a twentieth or more below what it was before. Please tell your ALS team.")]
#[case::its_question_was_left_open(then(of(Dyspnea, &[4, 1]), vec![entry(0, full_but(&[(Dyspnea, None)]))]), "On 12 January your answers said that breathing was hard. Please contact your ALS team today. If you cannot get enough air right now, call your emergency number.")]
#[case::a_caregiver_sees_no_such_thing(then(of(Dyspnea, &[4, 1]), by(Rater::Proxy, of(Dyspnea, &[4, 4]))), "On 12 January your answers said that breathing was hard. Please contact your ALS team today. If you cannot get enough air right now, call your emergency number.")]
#[case::no_weight_came_since(vec![weighed(0, complete(FULL), 66.0), weighed(7, complete(FULL), 59.4), entry(14, complete(FULL))], "On 12 January your weight was a tenth or more below what it was before. Please contact your ALS team this week.")]
#[case::some_weight_came_back(vec![weighed(0, complete(FULL), 66.0), weighed(7, complete(FULL), 59.4), weighed(14, complete(FULL), 62.5)], "On 12 January your weight was a tenth or more below what it was before. Please contact your ALS team this week.")]
fn a_flag_speaks_to_the_patient(#[case] history: Vec<Assessment>, #[case] text: &str) {
    assert_eq!(read(&history, Reader::Patient, 0), [text]);
}

#[test]
fn a_flag_speaks_to_others_of_the_patient() {
    let texts = read(&of(Dyspnea, &[4, 1]), Reader::friend_of("Ada"), 0);

    assert_eq!(
        texts,
        [
            "On 12 January Ada's answers said that breathing was hard. Please contact the ALS team today. If there is not enough air right now, call the emergency number."
        ]
    );
}

#[test]
fn a_flag_does_not_ask_the_clinic_to_tell_itself() {
    let clinician = Reader::Other(Companion {
        patient: "Ada",
        is_author: false,
        is_helper: false,
        is_clinician: true,
    });

    let texts = read(&of(Dyspnea, &[4, 1]), clinician, 0);

    assert_eq!(
        texts,
        [
            "On 12 January Ada's answers said that breathing was hard. If there is not enough air right now, call the emergency number."
        ]
    );
}

#[rstest]
#[case(Rater::Helped, Reader::Patient, "your answers")]
#[case(Rater::Proxy, Reader::Patient, "the answers given for you")]
#[case(Rater::Oneself, Reader::friend_of("Ada"), "Ada's answers")]
#[case(Rater::Proxy, Reader::friend_of("Ada"), "the answers given for Ada")]
#[case(Rater::Proxy, AUTHOR, "your answers for Ada")]
#[case(Rater::ClinicInPerson, Reader::Patient, "the clinic's answers")]
#[case(Rater::ClinicByPhone, Reader::friend_of("Ada"), "the clinic's answers")]
fn a_rating_is_told_as_its_raters(
    #[case] rater: Rater,
    #[case] reader: Reader<'static>,
    #[case] answers: &str,
) {
    let history = then(of(Dyspnea, &[4]), by(rater, of(Dyspnea, &[4, 3, 3])));
    let texts = read(&history, reader, 0);

    let expected = format!("On 26 January {answers} about breathing changed.");
    assert!(texts.first().unwrap().starts_with(&expected), "{texts:?}");
}

#[test]
fn what_was_rated_long_ago_is_told_in_the_past_and_asks_for_nothing_today() {
    let history = then(of(Dyspnea, &[4, 1, 1]), Vec::new());
    let texts = read(&history, Reader::Patient, 29);
    let lately = read(&history, Reader::Patient, 28);

    assert_eq!(
        texts,
        [
            "No week has been recorded since 19 January. Please let your ALS team know how things are.",
            "On 12 January your answers said that breathing was hard. Please contact your ALS team. If you cannot get enough air right now, call your emergency number.",
        ]
    );
    assert!(lately.iter().any(|text| text.contains("today")));
    for text in read(&of(Swallowing, &[4, 1]), Reader::friend_of("Ada"), 400) {
        assert!(
            text.contains("2026") && !text.contains("this week"),
            "{text}"
        );
    }
}

#[test]
fn the_numbers_are_told_beside_the_words() {
    let told = told(&of(Swallowing, &[3, 3, 2, 2]));
    let change = told.first().unwrap().because.changes.first().unwrap();

    assert_eq!(change.what, "swallowing");
    assert_eq!(change.from, Some(Reading::Points(3)));
    assert_eq!(change.to, Reading::Points(2));
    assert_eq!(FLAG_RULES_VERSION, "3");
}
