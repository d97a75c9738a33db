//! What must be there for a request about a clinic to succeed.

use serde_json::{Value, json};

use super::bodies::NO_ID;
use super::scene::Scene;
use crate::clinic::people::{everything, ratings_alone};
use crate::weeks::{week, with};

/// What is about a clinic.
pub const PARTS: [&str; 4] = ["/sites", "/enrolments", "/clinic-ratings", "/coordinator"];

/// The clinic where Ada is enrolled.
pub async fn arrange(
    scene: &mut Scene<'_>,
    method: &str,
    part: &str,
    path: String,
) -> (String, Option<Value>) {
    scene.enrol_again();
    let body = match (method, part) {
        ("PUT", "/clinic-ratings/{day}") => {
            let (_, day) = scene.free_week();
            let rating = with(week(&day), "/respondent", "clinician_phone");
            return (path.replace("{day}", &day), Some(rating));
        }
        (_, "/clinic-ratings/{day}") => {
            let day = scene.clinic_rating().await;
            return (path.replace("{day}", &day), None);
        }
        ("PUT", "/coordinator") => {
            json!({"site_id": scene.site, "account_id": scene.person("ken").account_id})
        }
        ("POST", "/v1/sites") => json!({"name": "Another", "time_zone": "Europe/Berlin"}),
        ("POST", "/v1/sites/{site}/staff") => json!({
            "email": scene.another_address(), "display_name": "Dr New", "role": "clinician",
        }),
        ("POST", "/v1/sites/{site}/exports") => {
            scene.no_exports_wait();
            json!({"format": "csv"})
        }
        (_, part) if part.contains("/exports/{export}") => {
            return (scene.kens_export(&path).await, None);
        }
        ("POST", "/v1/sites/{site}/invitations") => {
            json!({"email": scene.another_address(), "share": ratings_alone()})
        }
        ("POST", "/v1/enrolments/accept") => {
            json!({"code": "of somebody else", "share": ratings_alone()})
        }
        ("PUT", "/sites/{site}") => json!({"share": everything()}),
        ("DELETE", "/v1/sites/{site}/staff/{account}") => {
            return (path.replace("{account}", NO_ID), None);
        }
        ("DELETE", "/v1/sites/{site}/invitations/{invitation}") => {
            let invitation = scene.site_invitation().await;
            return (path.replace("{invitation}", &invitation), None);
        }
        _ => return (path, None),
    };
    (path, Some(body))
}
