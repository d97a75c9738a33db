//! Texts with their places filled.

use std::borrow::Cow;
use std::sync::OnceLock;

pub use fluent_bundle::FluentArgs as Places;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};

use super::Language;

type Bundle = FluentBundle<FluentResource>;

impl Language {
    /// Its texts, read when one is first asked for.
    fn bundle(self) -> &'static Bundle {
        static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        let [english, german, french, spanish, dutch] = &BUNDLES;
        let bundle = match self {
            Self::English => english,
            Self::German => german,
            Self::French => french,
            Self::Spanish => spanish,
            Self::Dutch => dutch,
        };
        bundle.get_or_init(|| self.read())
    }

    fn read(self) -> Bundle {
        let mut bundle = Bundle::new_concurrent(self.code().parse().into_iter().collect());
        // Marks around what is filled in would be read aloud and copied.
        bundle.set_use_isolating(false);
        if self != Self::English {
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Some(with_comma(&number.as_string())),
                _ => None,
            }));
        }
        // A function that is there twice is told, and each language has a bundle of its own.
        let _ = bundle.add_function("DE", |named, _| match named {
            [FluentValue::String(name)] => with_de(name).into(),
            _ => FluentValue::Error,
        });
        // What is not Fluent is left out, which a test keeps from being there.
        let texts = FluentResource::try_new(self.file().to_owned());
        bundle.add_resource_overriding(texts.unwrap_or_else(|(read, _)| read));
        bundle
    }

    /// The text of `id`, one line without places; empty where that is missing, which a test keeps from being so.
    pub fn text(self, id: &str) -> &'static str {
        match self.find(id, None) {
            Some(Cow::Borrowed(text)) => text,
            Some(Cow::Owned(_)) | None => "",
        }
    }

    /// The same with its places filled. What is filled in is not looked at again: a name may look like a place.
    pub fn fill(self, id: &str, places: &[(&str, &str)]) -> String {
        let mut filled = Places::with_capacity(places.len());
        for (name, value) in places {
            filled.set(*name, *value);
        }
        self.say(id, &filled)
    }

    /// The same, which may choose by what it is filled with.
    pub fn say(self, id: &str, places: &Places<'_>) -> String {
        self.find(id, Some(places)).unwrap_or_default().into_owned()
    }

    fn find(self, id: &str, places: Option<&Places<'_>>) -> Option<Cow<'static, str>> {
        let bundle = self.bundle();
        let text = match id.split_once('.') {
            None => bundle.get_message(id)?.value()?,
            Some((id, part)) => bundle.get_message(id)?.get_attribute(part)?.value(),
        };
        Some(bundle.format_pattern(text, places, &mut Vec::new()))
    }

    /// A number with its sign.
    pub fn signed(self, number: f64) -> String {
        if number == 0.0 {
            String::from("0")
        } else if self == Self::English {
            format!("{number:+}")
        } else {
            with_comma(&format!("{number:+}")).replace('-', "−")
        }
    }
}

/// French: a vowel takes the place of the last letter of "de".
fn with_de(name: &str) -> String {
    let first = name.chars().flat_map(char::to_lowercase).next();
    if first.is_some_and(|letter| "aeiouàâäéèêëîïôöùûüœæ".contains(letter)) {
        format!("d’{name}")
    } else {
        format!("de {name}")
    }
}

fn with_comma(number: &str) -> String {
    number.replace('.', ",")
}
