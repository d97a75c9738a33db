//! Refusals of access to a record are written down, wherever they come from.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};

use crate::access::Caller;
use crate::audit;
use crate::platform::App;
use crate::platform::ids::PatientId;

/// Looks at what every request was answered.
///
/// # Errors
/// What `next` answers.
pub(super) async fn write_down<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let response = next.call(request).await?;
    let status = response.status().as_u16();
    if !matches!(status, 403 | 404) {
        return Ok(response);
    }
    let asked = response.request();
    let caller = asked.extensions().get::<Caller>().cloned();
    let patient = asked.match_info().get("patient");
    let patient: Option<PatientId> = patient.and_then(|patient| patient.parse().ok());
    let app = asked.app_data::<Data<App>>().cloned();
    if let (Some(app), Some(caller), Some(patient)) = (app, caller, patient) {
        // Beside the answer: nobody learns from its time whether there is such a patient.
        tokio::spawn(async move {
            if let Err(error) = audit::refused(&app, caller, patient, status == 403).await {
                tracing::error!(%error, "a refusal could not be written down");
            }
        });
    }
    Ok(response)
}
