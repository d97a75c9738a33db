//! What the card says, in the language of its reader: from the same files as the texts of the page.

use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT_LANGUAGE;

/// The texts of one language. The card has whole sentences with a day in them, and no more of Fluent than that; `.ci/texts`
/// reads the files with Fluent itself.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// Which, BCP 47.
    pub language: &'static str,
    texts: &'static str,
}

const LANGUAGES: [Words; 5] = [
    Words {
        language: "en",
        texts: include_str!("../../../locales/en.ftl"),
    },
    Words {
        language: "de",
        texts: include_str!("../../../locales/de.ftl"),
    },
    Words {
        language: "fr",
        texts: include_str!("../../../locales/fr.ftl"),
    },
    Words {
        language: "es",
        texts: include_str!("../../../locales/es.ftl"),
    },
    Words {
        language: "nl",
        texts: include_str!("../../../locales/nl.ftl"),
    },
];

impl Words {
    /// In the language that the browser likes best of those there are, or else in English.
    pub fn liked(request: &HttpRequest) -> Self {
        let header = request.headers().get(ACCEPT_LANGUAGE);
        let asked = header.and_then(|header| header.to_str().ok());
        let mut asked: Vec<(f32, &str)> = asked
            .unwrap_or_default()
            .split(',')
            .filter_map(read_range)
            .collect();
        // The sort is stable: of two that are liked the same the first one counts.
        asked.sort_by(|one, other| other.0.total_cmp(&one.0));
        let found = asked.into_iter().find_map(|(_, language)| {
            let is_it = |words: &&Self| words.language.eq_ignore_ascii_case(language);
            LANGUAGES.iter().find(is_it)
        });
        let [english, ..] = LANGUAGES;
        found.copied().unwrap_or(english)
    }

    /// The text of `id`; nothing where there is none, which a test keeps from being so.
    pub fn text(&self, id: &str) -> &'static str {
        let mut lines = self.texts.lines();
        let text = lines.find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "));
        text.unwrap_or_default()
    }

    /// The text of `id` about this day.
    pub fn on(&self, id: &str, day: chrono::NaiveDate) -> String {
        self.text(id).replace("{ $day }", &day.to_string())
    }
}

/// How much a language is liked, and its code without the country: of `de-AT;q=0.8` 0.8 and `de`.
fn read_range(range: &str) -> Option<(f32, &str)> {
    let (tag, liking) = range.split_once(';').unwrap_or((range, "q=1"));
    let liking: f32 = liking.trim().strip_prefix("q=")?.parse().ok()?;
    let code = tag.trim().split('-').next()?;
    (liking > 0.0).then_some((liking, code))
}
