//! Refusals of access to a record are written down, wherever they come from.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::Caller;
use crate::audit::{self, Subject};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::ids::PatientId;

/// Looks at what every request was answered.
pub(super) async fn write_down<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let response = next.call(request).await?;
    let status = response.status().as_u16();
    let asked = response.request();
    let subject = asked.extensions().get::<Subject>().copied();
    let is_unseen = subject.is_some_and(|subject| subject.unseen);
    if !matches!(status, 403 | 404) && !is_unseen {
        return Ok(response);
    }
    let caller = asked.extensions().get::<Caller>().cloned();
    let patient = asked.match_info().get("patient");
    let patient: Option<PatientId> = patient.and_then(|patient| patient.parse().ok());
    let patient = patient.or(subject.map(|subject| subject.patient));
    let app = asked.app_data::<Data<App>>().cloned();
    if let (Some(app), Some(caller)) = (app, caller) {
        // Beside the answer: its time does not tell whether there is such a patient.
        tokio::spawn(async move {
            let (account, at) = (caller.account().0, caller.at());
            let denied = match patient {
                Some(patient) => audit::refused(&app, caller, patient, status == 403).await,
                None => Ok(false),
            };
            match denied {
                Ok(denied) if denied || status == 403 => count(&app, account, at),
                Ok(_) => {}
                Err(error) => tracing::error!(%error, "a refusal could not be written down"),
            }
        });
    }
    Ok(response)
}

/// Counts a refusal, and says so where one account has too many of them.
fn count(app: &App, account: Uuid, at: DateTime<Utc>) {
    metrics::counter!("authz_denied_total").increment(1);
    if app.denials.is_reached_by(account, at) {
        alarm::sound(Alarm::DenialBurst);
    }
}
