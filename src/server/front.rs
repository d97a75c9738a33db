//! The page at `/`: what this is, and what a link in a mail asks for.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use crate::platform::config::Profile;
use crate::platform::http::Register;
use crate::platform::http::small_page::SmallPage;

/// An invented person of the demo, with the password that everybody may know.
pub struct InventedPerson {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// What the diary has them for, in a few words.
    pub part: String,
}

/// The page at `/`.
pub(super) struct Front(SmallPage);

impl Front {
    /// It says more where only developers look.
    pub(super) fn new(profile: Profile, people: &[InventedPerson]) -> Self {
        let about = match profile {
            Profile::Production => {
                "An app speaks to this service. There is nothing to look at here."
            }
            Profile::Development => {
                "alsfrs-diary: the backend of a diary for people with ALS, who rate once a week how they \
                 are and share it with those who care. An app speaks to it: \
                 <a href=\"/docs\">here is what it can say</a>."
            }
        };
        let html = include_str!("front/front.html")
            .replace("{about}", about)
            .replace("{hidden}", if people.is_empty() { "hidden" } else { "" })
            .replace("{people}", &list(people));
        Self(SmallPage::new(
            &html,
            include_str!("front/front.css"),
            include_str!("front/front.js"),
        ))
    }
}

/// The people of the demo. Their texts are our own: none holds a character that HTML reads.
fn list(people: &[InventedPerson]) -> String {
    let line = |person: &InventedPerson| {
        let InventedPerson {
            name,
            email,
            password,
            part,
        } = person;
        format!("<dt>{name}: {part}</dt><dd>{email}<br>{password}</dd>\n")
    };
    people.iter().map(line).collect()
}

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_front_page);
}

/// A page that says what this is, and does what a link in a mail is for: confirm an address, choose a
/// password, show the code of an invitation. Opening it does nothing.
#[utoipa::path(
    tag = "service", security(()),
    responses((status = 200, content_type = "text/html", body = String))
)]
#[get("/")]
async fn get_front_page(front: Data<Front>) -> HttpResponse {
    front.0.answer()
}
