//! What the server writes, in each language.

use std::collections::BTreeSet;

use alsfrs_diary::audit::Action;
use alsfrs_diary::platform::words::Language;

use crate::sources;

/// The ids of what the server writes, as they stand in the file of a language.
fn ids(language: Language) -> BTreeSet<String> {
    let (_, below) = language.file().rsplit_once("\n###").expect("a line");
    let (mut ids, mut message) = (BTreeSet::new(), "");
    let next = below.lines().skip(1).chain([""]);
    for (line, next) in below.lines().zip(next) {
        let Some((name, begun)) = line.split_once(" =") else {
            continue;
        };
        if let Some(part) = name.strip_prefix("    .") {
            ids.insert(format!("{message}.{part}"));
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            message = name;
            // A family has no text of its own.
            if !(begun.is_empty() && next.starts_with("    .")) {
                assert!(ids.insert(name.to_owned()), "{name} twice");
            }
        }
    }
    ids
}

/// The places of a text; whatever else Fluent has fails.
fn places(text: &str) -> BTreeSet<&str> {
    let mut places = BTreeSet::new();
    for part in text.split('{').skip(1) {
        let (place, _) = part.split_once(" }").expect(text);
        places.insert(place.strip_prefix(" $").expect(text));
    }
    places
}

#[test]
fn what_the_server_writes_is_there_in_each_language_with_the_same_places() {
    let english = ids(Language::English);
    assert!(english.len() > 100);

    for language in Language::ALL {
        assert_eq!(ids(language), english, "{language:?}");
        for id in &english {
            let text = language.text(id);
            assert!(!text.is_empty(), "{language:?}: {id} is empty");
            let expected = places(Language::English.text(id));
            assert_eq!(places(text), expected, "{language:?}: {id}");
        }
    }
}

#[test]
fn the_server_asks_for_each_of_its_texts_and_for_none_that_is_not_there() {
    let ids = ids(Language::English);
    let begins: BTreeSet<&str> = ids
        .iter()
        .filter_map(|id| Some(id.split_once('-')?.0))
        .collect();
    let all: String = sources("src")
        .into_iter()
        .map(|source| source.text)
        .collect();
    let pages = [
        include_str!("../../src/circle/http/veto.html"),
        include_str!("../../src/circle/http/never_again.html"),
    ];
    let in_pages = pages.iter().flat_map(|page| page.split("{ ").skip(1));
    let in_pages = in_pages.filter_map(|part| Some(part.split_once(" }")?.0));
    let written: BTreeSet<&str> = all.split('"').chain(in_pages).collect();

    let is_id = |text: &&&str| {
        let of_ours = text
            .split_once('-')
            .is_some_and(|(first, _)| begins.contains(first));
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        of_ours && !text.ends_with('-') && text.chars().all(is_plain)
    };
    let missing: Vec<&&str> = written
        .iter()
        .filter(is_id)
        .filter(|id| Language::English.text(id).is_empty())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let is_asked_for = |id: &&String| {
        let message = id.split('.').next().unwrap_or(id);
        let is_of = |family: &str| {
            let begun = format!("{family}-{{");
            // Ways of the outbox are called like two families.
            let is_way = ["mail", "push"].contains(&family);
            !is_way && written.contains(family)
                || written.iter().any(|text| text.starts_with(&begun))
        };
        written.contains(id.as_str())
            || id.ends_with(".subject") && written.contains(message)
            || message
                .rsplit_once('-')
                .is_some_and(|(family, _)| is_of(family))
    };
    let unused: Vec<&String> = ids.iter().filter(|id| !is_asked_for(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn whatever_is_written_down_can_be_told_in_each_language() {
    for action in Action::ALL {
        let id = format!("log-{}", action.name());
        let texts = Language::ALL.map(|language| language.text(&id));
        assert!(texts.iter().all(|text| !text.is_empty()), "{id}: {texts:?}");
    }
}

#[test]
fn no_lock_screen_shows_health_or_a_person_in_any_language() {
    // As the illness, its signs and those who have it are called in the five languages.
    const NAMES: [&str; 3] = ["ALS", "SLA", "ELA"];
    const BEGINNINGS: [&str; 14] = [
        "symptom", "symptôm", "síntom", "health", "gesund", "santé", "salud", "gezond", "krank",
        "malad", "enferm", "ziek", "disease", "illness",
    ];
    let ids = ids(Language::English);
    let is_shown = |id: &&String| id.ends_with(".subject") || id.starts_with("push-");

    for id in ids.iter().filter(is_shown) {
        for language in Language::ALL {
            let text = language.text(id);
            assert!(places(text).is_empty(), "{text}");
            for word in text.split(|c: char| !c.is_alphabetic()) {
                let low = word.to_lowercase();
                let speaks = BEGINNINGS.iter().any(|begins| low.starts_with(begins));
                assert!(!speaks && !NAMES.contains(&word), "{language:?}: {text}");
            }
        }
    }
}
