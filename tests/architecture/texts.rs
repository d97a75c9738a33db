//! What the server writes, in each language.

use std::collections::{BTreeMap, BTreeSet};

use alsfrs_diary::audit::Action;
use alsfrs_diary::platform::words::Language;

use crate::sources;

type Texts = BTreeMap<String, String>;

/// What the server writes, by its ids, as it stands in the file of a language.
fn texts(language: Language) -> Texts {
    let (_, below) = language.file().rsplit_once("\n###").expect("a line");
    read(below.split_once('\n').expect("a title").1)
}

fn read(file: &str) -> Texts {
    let (mut texts, mut message, mut id) = (Texts::new(), "", String::new());
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.split_once(" =");
        if let Some((name, begun)) = begins.filter(|(name, _)| name.starts_with("    .")) {
            id = format!("{message}{}", name.trim_start());
            assert!(texts.insert(id.clone(), begun.to_owned()).is_none(), "{id}");
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, begun) = begins.expect(line);
            (message, id) = (name, name.to_owned());
            assert!(texts.insert(id.clone(), begun.to_owned()).is_none(), "{id}");
        } else {
            texts.entry(id.clone()).or_default().push_str(line);
        }
    }
    // A family has no text of its own.
    texts.retain(|_, text| !text.is_empty());
    texts
}

/// What stands between the braces of a text: the places (`$name`, and as French has them, `DE($name)`), and other texts.
fn named(text: &str) -> BTreeSet<&str> {
    let parts = text.split("{ ").skip(1);
    let names = parts.filter_map(|part| part.split_whitespace().next());
    let places = names.map(|name| {
        let inside = name.strip_prefix("DE(");
        inside.and_then(|it| it.strip_suffix(')')).unwrap_or(name)
    });
    places.collect()
}

/// The places of a text, and of those that it is made of.
fn places<'a>(texts: &'a Texts, id: &str) -> BTreeSet<&'a str> {
    let mut places = BTreeSet::new();
    for name in texts.get(id).map(|text| named(text)).unwrap_or_default() {
        if name.starts_with('$') {
            places.insert(name);
        } else {
            assert!(texts.contains_key(name), "{id} is made of {name}");
            places.extend(self::places(texts, name));
        }
    }
    places
}

#[test]
fn what_the_server_writes_is_there_in_each_language_with_the_same_places() {
    let english = texts(Language::English);
    assert!(english.len() > 100);

    for language in Language::ALL {
        let texts = texts(language);
        assert!(texts.keys().eq(english.keys()), "{language:?}");
        for id in english.keys() {
            let filled = places(&texts, id);
            assert_eq!(filled, places(&english, id), "{language:?}: {id}");
            let is_line = filled.is_empty() && !id.starts_with("mail-");
            assert!(
                !is_line || !language.text(id).is_empty(),
                "{language:?}: {id}"
            );
        }
    }
}

#[test]
fn the_server_asks_for_each_of_its_texts_and_for_none_that_is_not_there() {
    let texts = texts(Language::English);
    let parts: BTreeSet<&str> = texts.values().flat_map(|text| named(text)).collect();
    let begins: BTreeSet<&str> = texts
        .keys()
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
    let of_all = read(Language::English.file());
    let missing: Vec<&&str> = written
        .iter()
        .filter(is_id)
        .filter(|id| !of_all.contains_key(**id))
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
        parts.contains(id.as_str())
            || written.contains(id.as_str())
            || id.ends_with(".subject") && written.contains(message)
            || message
                .rsplit_once('-')
                .is_some_and(|(family, _)| is_of(family))
    };
    let unused: Vec<&String> = texts.keys().filter(|id| !is_asked_for(id)).collect();
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
    let texts = texts(Language::English);
    let is_shown = |id: &&String| id.ends_with(".subject") || id.starts_with("push-");

    for id in texts.keys().filter(is_shown) {
        for language in Language::ALL {
            let text = language.text(id);
            assert!(!text.is_empty() && named(text).is_empty(), "{id}: {text}");
            for word in text.split(|c: char| !c.is_alphabetic()) {
                let low = word.to_lowercase();
                let speaks = BEGINNINGS.iter().any(|begins| low.starts_with(begins));
                assert!(!speaks && !NAMES.contains(&word), "{language:?}: {text}");
            }
        }
    }
}
