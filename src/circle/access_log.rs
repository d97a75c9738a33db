//! What was done with a record and with its owner's account, in words the patient understands.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::wording;
use crate::access::{self, Access, Relation, Review};
use crate::accounts;
use crate::audit::{self, Action, LogEvent};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpResult, ListQuery, Page, cursor, instant};
use crate::platform::ids::{AccountId, SiteId};
use crate::platform::keys::MacKeys;
use crate::platform::vault::Vault;
use crate::platform::words::Language;

/// Something that was done with a diary, or with its owner's account.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AccessLogEntry)]
pub struct AccessLogItem {
    #[serde(serialize_with = "instant::millis")]
    at: DateTime<Utc>,
    /// What; stable, and later versions have more.
    #[schema(example = "trend.read")]
    action: String,
    /// Who; null where it was no known account.
    account_id: Option<AccountId>,
    /// What they are called; null where it was no known account, or the account is gone.
    #[schema(example = "Bob")]
    display_name: Option<String>,
    /// What they were to the patient then; null where it is about the account.
    relation: Option<Relation>,
    /// The clinic as one of whose staff they did it, or that it is about.
    #[schema(example = "Clinic by the lake")]
    site: Option<String>,
    /// The week it is about.
    #[schema(example = "2026-W47")]
    week: Option<String>,
    /// All of it as a sentence, in the language that is asked for.
    #[schema(example = "Bob, your husband, opened your trend.")]
    text: String,
}

/// One page of the log, newest first.
///
/// Fails when the cursor is not of this question, or the database is broken.
pub fn read(
    conn: &mut Conn,
    access: &Access<Review>,
    key: &MacKeys,
    query: &ListQuery,
    language: Language,
) -> HttpResult<Page<AccessLogItem>> {
    let (by, patient) = (access.by().0, access.patient().0);
    let question: [&[u8]; 3] = [b"access-log", by.as_bytes(), patient.as_bytes()];
    let before = query.position(key, &question, |place| {
        Some(i64::from_be_bytes(place.try_into().ok()?))
    })?;
    let limit: usize = query.limit.get();
    let found = audit::log(conn, access, before, limit + 1)?;
    let page = Page::cut(found, limit, |event| {
        cursor::seal(key, &question, &event.key.to_be_bytes())
    });
    let names = names(conn, access.who().vault(), &page.items)?;
    let sites = sites(conn, &page.items)?;
    Ok(page.map(|event| {
        let site = site_of(&event).and_then(|site| sites.get(&site).cloned());
        tell(event, access.by(), &names, site, language)
    }))
}

/// The clinic that an event names.
fn site_of(event: &LogEvent) -> Option<SiteId> {
    event.detail.get("site")?.as_str()?.parse().ok()
}

/// What the clinics of this page are called.
fn sites(conn: &mut Conn, events: &[LogEvent]) -> DbResult<HashMap<SiteId, String>> {
    let mut sites = HashMap::new();
    for site in events.iter().filter_map(site_of) {
        if !sites.contains_key(&site)
            && let Some(name) = access::site_name(conn, site)?
        {
            sites.insert(site, name);
        }
    }
    Ok(sites)
}

/// What a person or a program is called.
struct Name {
    text: String,
    is_program: bool,
}

/// What those are called who did something on this page.
fn names(
    conn: &mut Conn,
    vault: &Vault,
    events: &[LogEvent],
) -> DbResult<HashMap<AccountId, Name>> {
    let mut names = HashMap::new();
    for actor in events.iter().filter_map(|event| event.actor) {
        if names.contains_key(&actor) {
            continue;
        }
        let account = accounts::find_account(conn, vault, actor)?;
        let is_program = account.is_none();
        let text = match account {
            Some(account) => Some(account.person.display_name),
            None => access::client_name(conn, actor.0)?,
        };
        names.extend(text.map(|text| (actor, Name { text, is_program })));
    }
    Ok(names)
}

fn tell(
    event: LogEvent,
    patient: AccountId,
    names: &HashMap<AccountId, Name>,
    site: Option<String>,
    language: Language,
) -> AccessLogItem {
    let week = event.detail.get("week").and_then(|week| week.as_str());
    let somebody = event.action.is_some_and(is_anybodys);
    let actor = event.actor.filter(|_| !somebody);
    let known = actor.and_then(|actor| names.get(&actor));
    // A trustee, too, changes what a clinic sees, and does not work there.
    let is_of_site = match event.relation {
        Some(Relation::Clinician) => true,
        Some(Relation::Other) => known.is_none_or(|name| name.is_program),
        _ => false,
    };
    let display_name = known.map(|name| name.text.clone());
    let fill = |id, places: &[(&str, &str)]| language.fill(id, places);
    let who = match (actor, &display_name) {
        (Some(actor), _) if actor == patient => fill("log-who-you", &[]),
        (Some(_), Some(name)) => match (event.relation, &site) {
            (Some(Relation::Other), Some(site)) if is_of_site => {
                fill("log-who-program", &[("name", name), ("site", site)])
            }
            (Some(_), Some(site)) if is_of_site => {
                fill("log-who-clinician", &[("name", name), ("site", site)])
            }
            (Some(relation), _) => {
                let relation = wording::to_you(language, relation);
                fill("log-who-member", &[("name", name), ("relation", relation)])
            }
            (None, _) => name.clone(),
        },
        (Some(_), None) => fill("log-who-gone", &[]),
        (None, _) if event.action == Some(Action::CardOpened) => fill("log-who-card", &[]),
        (None, _) if event.relation == Some(Relation::Guest) => fill("log-who-guest", &[]),
        (None, _) => fill("log-who-somebody", &[]),
    };
    let did = match event.action {
        // Members look for what is there, and are not told beforehand what their level leaves out.
        Some(Action::AccessRefused) if event.relation.is_some() => language.text("log-did-looked"),
        Some(action) => language.text(&format!("log-{}", action.name())),
        None => language.text("log-did-something"),
    };
    let mut places = vec![("who", &*who), ("did", did)];
    let line = match (week, &site) {
        (Some(week), _) => {
            places.push(("week", week));
            "log-line-week"
        }
        // What the patient did with a clinic, or who acts for them.
        (None, Some(site))
            if actor == Some(patient) || (event.relation.is_some() && !is_of_site) =>
        {
            places.push(("site", site));
            "log-line-site"
        }
        (None, _) => "log-line",
    };
    let text = language.fill(line, &places);
    AccessLogItem {
        at: event.at,
        action: event.name,
        account_id: actor,
        display_name,
        relation: event.relation,
        week: week.map(str::to_owned),
        site,
        text,
    }
}

/// Whether knowing the address, or having a copied key, is enough to have done it: the account that it
/// is written down for is whose it happened to.
fn is_anybodys(action: Action) -> bool {
    matches!(
        action,
        Action::SignInRefused
            | Action::SecondFactorRefused
            | Action::RefreshReused
            | Action::PasswordResetAsked
    )
}
