//! A request of each route that would succeed if the persona were allowed to.

use serde_json::{Value, json};

use super::bodies::{NO_ID, a_batch, a_decision, code_of_nobody, session_to_keep, told_of};
use super::clinic;
use super::devices::{about_passkeys, about_push};
use super::scene::Scene;
use crate::client::Client;
use crate::fhir::people::answers_of;
use crate::passkeys::assertion_of_nobody;
use crate::smart::people::TOKEN;
use crate::treatments::people::{cells, id_of};
use crate::weeks::{week, without};

const PATIENT: &str = "/v1/patients/{patient}";

/// What takes a sign-in a moment ago, and is not about sessions.
const DANGEROUS: [&str; 4] = [
    "/v1/account/mfa",
    "/v1/account/passkeys",
    "/v1/account/export",
    "/v1/account/erasure",
];

/// Sends `persona`'s request, and answers with its status.
pub async fn send(scene: &mut Scene<'_>, method: &str, route: &str, persona: &str) -> u16 {
    scene.keep_signed_in(persona).await;
    if route == "/v1/account/password" || route.starts_with("/v1/sessions") {
        return about_oneself(scene, method, route, persona).await;
    }
    let (path, body) = arrange(scene, method, route, persona).await;
    let path = path.replace("{site}", &scene.site);
    let ada = scene.person("ada").patient_id.clone().unwrap();
    let client = match persona {
        "nobody" => scene.app.nobody().showing(&ada),
        "bot" => scene.bots_client().await.showing(&ada),
        "ada" if method == "PUT" && route.ends_with("/trustee") => {
            (*scene.on_another_device(scene.person("ada")).await).clone()
        }
        // What is dangerous takes a sign-in a moment ago.
        name if DANGEROUS.iter().any(|part| route.starts_with(part)) && name != "dan" => {
            (*scene.on_another_device(scene.person(name)).await).clone()
        }
        name => (**scene.person(name)).clone(),
    };
    let client = match (method, route) {
        (_, route) if route.ends_with("/$export") => client.with_header("Prefer", "respond-async"),
        (_, route) if is_replaced(method, route) => {
            // Whoever cannot read it cannot know its version either.
            let tag = version(scene, route, persona, &path).await;
            client.with_header("If-Match", &tag)
        }
        _ => client,
    };
    if route.ends_with(":import") {
        let table = format!("email\n{}\n", scene.another_address());
        return client
            .send_bytes(method, &path, "text/csv", table)
            .await
            .status;
    }
    if route == TOKEN {
        let form = "grant_type=client_credentials&scope=system/*.rs&client_assertion=of-nobody\
            &client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        let kind = "application/x-www-form-urlencoded";
        return client.send_bytes(method, &path, kind, form).await.status;
    }
    ask(&client, method, &path, body).await
}

/// Whether the request has to name the version that it changes.
fn is_replaced(method: &str, route: &str) -> bool {
    match method {
        "PATCH" | "DELETE" => !["invitation", "guest", "card", "site", "/fhir/"]
            .iter()
            .any(|part| route.contains(part)),
        "PUT" => [
            "/facts",
            "/circle/{account}",
            "/v1/account",
            "/reminders",
            "/alerts",
        ]
        .iter()
        .any(|end| route.ends_with(end)),
        _ => false,
    }
}

async fn ask(client: &Client, method: &str, path: &str, body: Option<Value>) -> u16 {
    match body {
        Some(body) => {
            let bytes = body.to_string();
            client
                .send_bytes(method, path, "application/json", bytes)
                .await
                .status
        }
        None => client.ask(method, path).await.status,
    }
}

async fn version(scene: &Scene<'_>, route: &str, persona: &str, path: &str) -> String {
    let is_own =
        matches!(route, "/v1/account" | "/v1/account/reminders") || route.ends_with("/alerts");
    let reader = if is_own && !matches!(persona, "nobody" | "bot") {
        persona
    } else {
        "ada"
    };
    let read = scene.person(reader).get(path).await;
    match read.status {
        200 => read.etag().to_owned(),
        _ => "\"v1\"".to_owned(),
    }
}

/// All of what is replaced there.
fn whole(route: &str) -> Value {
    if route == "/v1/account" {
        json!({"display_name": "New", "time_zone": "UTC"})
    } else {
        json!({"sex": "female"})
    }
}

/// What must be there for the request to succeed, its path and its body.
async fn arrange(
    scene: &mut Scene<'_>,
    method: &str,
    route: &str,
    persona: &str,
) -> (String, Option<Value>) {
    let path = route.to_owned();
    match (method, route.strip_prefix(PATIENT).unwrap_or(route)) {
        (_, part) if part.starts_with("/records/") => about_a_record(scene, method, &path).await,
        ("PUT", "/entries/{week}") => {
            let (name, day) = scene.free_week();
            (
                path.replace("{week}", &name),
                Some(without(week(&day), "/respondent")),
            )
        }
        (_, "/entries/{week}" | "/entries/{week}/revisions") => {
            (path.replace("{week}", &scene.adas_week().await), None)
        }
        ("POST", "/invitations") => {
            scene.forget_guests();
            let guest =
                json!({"email": "guest@example.org", "level": "read", "relation": "friend"});
            (path, Some(guest))
        }
        (_, "/invitations/{invitation}") => {
            let id = scene.adas_invitation().await;
            (path.replace("{invitation}", &id), None)
        }
        (_, part) if part.contains("/emergency-card") || part.starts_with("/card/") => {
            scene.adas_card(method, &path).await
        }
        (_, part) if part.contains("/guest-") => with_a_link(scene, method, part, path).await,
        ("DELETE", "/circle/{account}") => {
            let id = scene.another_member().await.account_id.clone();
            (path.replace("{account}", &id), None)
        }
        (_, "/circle/{account}") => {
            let path = path.replace("{account}", &scene.person("rob").account_id);
            let terms = json!({"level": "read", "relation": "brother"});
            (path, (method == "PUT").then_some(terms))
        }
        (_, part) if part.contains("/alerts") || part.contains("/reminders") => {
            told_of(scene, method, &path)
        }
        ("PUT", "/facts" | "/v1/account") => (path, Some(whole(route))),
        (_, "/trustee" | "/trustee/request") => {
            let rob = scene.adas_trustee().await;
            let chosen = (method == "PUT").then(|| json!({ "account_id": rob }));
            (path, chosen)
        }
        (_, "/flags/{flag}/acknowledge") => (scene.adas_flag(&path).await, None),
        (_, part) if clinic::PARTS.iter().any(|of| part.contains(of)) => {
            clinic::arrange(scene, method, part, path).await
        }
        ("POST", "/v1/batch") => (path, Some(a_batch())),
        ("POST", "/closure") => (path, Some(json!({"basis": "it is over"}))),
        ("POST", "/v1/trustee/veto") => (path, Some(json!({"code": "of nobody"}))),
        ("POST", "/v1/invitations/never-again") => (path, Some(code_of_nobody())),
        ("POST", "/v1/invitations/preview" | "/v1/invitations/accept") => {
            (path, Some(json!({"code": "of somebody else"})))
        }
        ("POST", "/v1/accounts") => {
            let account = json!({
                "email": format!("{persona}.two@example.org"), "password": "quiet herons by the lake",
                "display_name": "Two", "role": "caregiver", "time_zone": "Europe/Berlin",
            });
            (path, Some(account))
        }
        ("POST", "/v1/accounts/activate") => (
            path,
            Some(json!({
                "email": format!("{persona}@example.org"), "code": "of somebody else",
                "password": "quiet herons by the lake",
            })),
        ),
        ("POST", "/v1/account/password-reset") => (
            path,
            Some(json!({"email": format!("{persona}@example.org")})),
        ),
        ("POST", "/v1/account/password-reset/confirm") => (
            path,
            Some(json!({
                "email": format!("{persona}@example.org"), "code": "of somebody else",
                "new_password": "quiet herons by the lake",
            })),
        ),
        (_, part) if part.starts_with("/v1/account/passkeys") => about_passkeys(method, &path),
        (_, part) if part.starts_with("/v1/account/push") => about_push(method, &path, persona),
        ("POST", "/v1/account/mfa/totp/confirm") => (path, Some(json!({"code": "123456"}))),
        ("POST", "/v1/account/consents") => (path, Some(a_decision())),
        ("POST", "/v1/accounts/confirm") => (
            path,
            Some(json!({"email": format!("{persona}.two@example.org"), "code": "00000000"})),
        ),
        (_, part) if part.starts_with("/fhir/") => over_fhir(scene, method, &path).await,
        (_, "/page/{release}/{asset}") => ("/page/older/main.js".to_owned(), None),
        ("POST", "/v1/page-session") => (path, Some(session_to_keep())),
        (_, "/docs/{file}") => (path.replace("{file}", "swagger-ui.css"), None),
        _ => (path, None),
    }
}

/// What is about links of guests. Those who hold none have nothing to record with.
async fn with_a_link(
    scene: &mut Scene<'_>,
    method: &str,
    part: &str,
    path: String,
) -> (String, Option<Value>) {
    let body = match (method, part) {
        ("DELETE", _) => return (path.replace("{link}", &scene.adas_link().await), None),
        ("POST", "/guest-links") => {
            scene.forget_links();
            json!({"shown_name": "Ada"})
        }
        ("POST", "/v1/guest-links/preview") => json!({"token": "of nobody"}),
        ("POST", _) => {
            let entry = without(week(&scene.free_week().1), "/respondent");
            json!({"token": "of nobody", "name": "Nora", "entry": entry})
        }
        _ => return (path, None),
    };
    (path, Some(body))
}

/// Ada's weeks as observations, one of them, and her answers.
async fn over_fhir(scene: &mut Scene<'_>, method: &str, route: &str) -> (String, Option<Value>) {
    let path = match (method, route) {
        ("GET", "/fhir/{resource}") => "/fhir/Observation?patient={patient}".to_owned(),
        ("GET", "/fhir/{resource}/{id}") => {
            let week = scene.adas_week().await;
            format!("/fhir/Observation/{{patient}}.{week}.total")
        }
        (_, route) if route.ends_with("/$export") => {
            scene.no_exports_wait();
            return (route.to_owned(), None);
        }
        (_, route) if route.starts_with("/fhir/exports/") => {
            return (scene.bots_export(route).await, None);
        }
        ("GET", "/fhir/QuestionnaireResponse") => format!("{route}?patient={{patient}}"),
        ("POST", _) => {
            let ada = scene.person("ada").patient_id.clone().unwrap();
            let (_, day) = scene.free_week();
            return (route.to_owned(), Some(answers_of(&ada, &day)));
        }
        _ => route.to_owned(),
    };
    (path, None)
}

/// A course of cells: a new one where it is sent, else one of Ada's.
async fn about_a_record(scene: &Scene<'_>, method: &str, path: &str) -> (String, Option<Value>) {
    if method == "PUT" {
        let record = cells(scene.app);
        let path = path.replace("{record}", id_of(&record));
        return (path, Some(without(record, "/id")));
    }
    let treatment = scene.person("ada").treated(scene.app).await;
    (path.replace("{record}", &treatment), None)
}

/// Requests that end sessions: each from a device of its own.
async fn about_oneself(scene: &mut Scene<'_>, method: &str, route: &str, persona: &str) -> u16 {
    let nobody = scene.app.nobody();
    let body = match (method, route) {
        ("POST", "/v1/sessions") => {
            Some(json!({"email": "ada@example.org", "password": "not hers"}))
        }
        ("POST", "/v1/sessions/mfa") => Some(json!({"mfa_token": "mfa_nothing", "code": "123456"})),
        ("POST", "/v1/sessions/step-up") => {
            Some(json!({"password": format!("{persona} counts seven quiet herons")}))
        }
        ("POST", "/v1/sessions/passkey/options" | "/v1/sessions/step-up/options") => None,
        ("POST", "/v1/sessions/passkey/verify") => {
            Some(json!({"credential": assertion_of_nobody()}))
        }
        ("POST", _) => Some(json!({"refresh_token": "rt_nothing"})),
        ("PUT", _) => {
            let password = format!("{persona} counts seven quiet herons");
            Some(json!({"current_password": password, "new_password": password}))
        }
        _ => None,
    };
    if matches!(persona, "nobody" | "dan" | "bot") {
        let path = route.replace("{session}", NO_ID);
        let client = match persona {
            "dan" => (**scene.person("dan")).clone(),
            "bot" => scene.bots_client().await,
            _ => nobody,
        };
        return ask(&client, method, &path, body).await;
    }
    let device = scene.on_another_device(scene.person(persona)).await;
    let path = route.replace("{session}", &scene.person(persona).session_id);
    let status = ask(&device, method, &path, body).await;
    let kept = device.on(scene.person("ada"));
    scene.replace(if route.ends_with("/current") {
        let again = scene.on_another_device(&kept).await;
        again.on(scene.person("ada"))
    } else {
        kept
    });
    status
}
