//! The card as a page: HTML that is written here, without a script, that prints on one sheet.

use std::fmt::Write;
use std::sync::LazyLock;

use actix_web::http::header::{ACCEPT, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, VARY};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use chrono::NaiveDate;
use qrcode::{Color, EcLevel, QrCode};
use url::Url;

use crate::cards::model::{CardSays, Contact, Said};
use crate::clinical::Respondent;
use crate::platform::http::small_page::hash_source;
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::words::Language;

const STYLE: &str = include_str!("card.css");

/// It runs nothing, loads nothing and sends nothing.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = hash_source(STYLE);
    format!(
        "default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
});

/// Whether the client would rather read a page than a problem.
pub fn is_wanted(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT);
    let accepted = accepted.and_then(|accepted| accepted.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

/// The card. Its `url` is in the code to scan.
pub fn answer(words: Language, says: &CardSays, url: &Url) -> HttpResult<HttpResponse> {
    let code = code(url.as_str()).ok_or(EdgeRefusal::Internal)?;
    let mut body = String::new();
    write_card(&mut body, words, says, &code).map_err(|_| EdgeRefusal::Internal)?;
    Ok(send(HttpResponse::Ok(), words, &body))
}

/// What is there instead of a card that is not good any more.
pub fn gone(words: Language) -> HttpResponse {
    let title = words.text("emergency-card");
    let body = format!("<h1>{title}</h1><p>{}</p>", words.text("emergency-gone"));
    send(HttpResponse::NotFound(), words, &body)
}

fn send(mut answer: HttpResponseBuilder, words: Language, body: &str) -> HttpResponse {
    let (language, title) = (words.code(), words.text("emergency-card"));
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex, nofollow\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><style>{STYLE}</style></head>\
         <body><main>{body}</main></body></html>\n"
    );
    answer
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY.as_str()))
        .insert_header((
            HeaderName::from_static("x-robots-tag"),
            "noindex, nofollow, noarchive",
        ))
        .append_header((VARY, "Accept, Accept-Language"))
        .body(html)
}

fn write_card(out: &mut String, words: Language, says: &CardSays, code: &str) -> std::fmt::Result {
    write!(out, "<h1>{}</h1>", words.text("emergency-card"))?;
    if let Some(name) = &says.shown_name {
        write!(out, "<p class=\"name\">{}</p>", escaped(name))?;
    }
    out.push_str("<dl>");
    write_facts(out, words, says)?;
    if let Some(note) = &says.note {
        let lines = escaped(note).replace('\n', "<br>");
        part(out, words, "emergency-words", &[lines], None)?;
    }
    if !says.contacts.is_empty() {
        let contacts: Vec<String> = says.contacts.iter().map(contact).collect();
        part(out, words, "emergency-contacts", &contacts, None)?;
    }
    write!(
        out,
        "</dl><p class=\"warning\">{}</p>\
         <div class=\"code\">{code}<p>{} {}</p></div>",
        words.text("emergency-warning"),
        words.on("emergency-shown-on", says.shown_on),
        words.on("emergency-chosen-on", says.chosen_on),
    )
}

/// What the diary says.
fn write_facts(out: &mut String, words: Language, says: &CardSays) -> std::fmt::Result {
    if let Some(diagnosis) = says.diagnosis {
        let als = words.text("emergency-als").to_owned();
        let on = |day| words.on("emergency-diagnosed-on", day);
        part(
            out,
            words,
            "emergency-diagnosis",
            &[als],
            diagnosis.on.map(on),
        )?;
    }
    let since = |id: &'static str, day: Option<NaiveDate>| day.map(|day| words.on(id, day));
    if let Some(ventilation) = says.ventilation {
        let lines = [
            since("emergency-tracheostomy", ventilation.tracheostomy_since),
            since("emergency-mask", ventilation.mask_over_22_hours_since),
        ];
        said(out, words, "emergency-breathing", lines, ventilation.said)?;
    }
    if let Some(swallowing) = says.swallowing {
        let lines = [
            since("emergency-tube", swallowing.tube_since),
            since("emergency-tube-answered", swallowing.tube_answered_on),
        ];
        said(out, words, "emergency-swallowing", lines, swallowing.said)?;
    }
    Ok(())
}

/// A part that answers of the diary fill, with the day and with who answered.
fn said(
    out: &mut String,
    words: Language,
    id: &str,
    milestones: [Option<String>; 2],
    said: Option<Said>,
) -> std::fmt::Result {
    let answer = said.map(|said| words.text(&format!("{id}-{}", said.score)).to_owned());
    let mut lines: Vec<String> = answer.into_iter().collect();
    lines.extend(milestones.into_iter().flatten());
    if lines.is_empty() {
        lines.push(words.text("emergency-not-recorded").to_owned());
    }
    let by = said.map(|said| {
        let id = match said.respondent {
            Respondent::Oneself | Respondent::SelfWithHelp | Respondent::CaregiverRelayed => {
                "emergency-patient-said"
            }
            Respondent::CaregiverProxy => "emergency-caregiver-saw",
            Respondent::ClinicianInPerson | Respondent::ClinicianPhone => "emergency-clinician-saw",
        };
        words.on(id, said.on)
    });
    part(out, words, id, &lines, by)
}

fn part(
    out: &mut String,
    words: Language,
    id: &str,
    lines: &[String],
    by: Option<String>,
) -> std::fmt::Result {
    write!(out, "<dt>{}</dt>", words.text(id))?;
    for line in lines {
        write!(out, "<dd>{line}</dd>")?;
    }
    if let Some(by) = by {
        write!(out, "<dd class=\"by\">{by}</dd>")?;
    }
    Ok(())
}

fn contact(contact: &Contact) -> String {
    let dialled = contact.dialled();
    let about = contact
        .about
        .as_deref()
        .map(|about| format!(" ({})", escaped(about)));
    format!(
        "<b>{}</b>{}: <a href=\"tel:{dialled}\">{}</a>",
        escaped(&contact.name),
        about.unwrap_or_default(),
        escaped(&contact.phone)
    )
}

/// What a person wrote, as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The modules around a code that stay white (ISO/IEC 18004: four).
const QUIET: usize = 4;

/// The code to scan, as a picture in the page: black on white whatever the theme.
fn code(url: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).ok()?;
    let (width, modules) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (place, _) in (0..)
        .zip(&modules)
        .filter(|(_, color)| **color == Color::Dark)
    {
        let (x, y) = (place % width + QUIET, place / width + QUIET);
        write!(path, "M{x} {y}h1v1h-1z").ok()?;
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg viewBox=\"0 0 {side} {side}\" width=\"180\" height=\"180\" role=\"img\" aria-label=\"QR\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}
