//! Devices that are told something, over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use super::request::SubscriptionRequest;
use super::response::{PushKeyResponse, SubscriptionResponse};
use super::{store, subscribe};
use crate::access::{self, Caller};
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpError, HttpResult, Json, Page, Path, Register, etag};
use crate::platform::ids::SubscriptionId;
use crate::platform::secret::to_text;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(get_push_key)
        .service(list_push_subscriptions)
        .service(create_push_subscription)
        .service(remove_push_subscription);
}

/// The key of this server to which a browser subscribes.
///
/// It changes seldom; a browser that has subscribed to one before is reached as long as that is not retired.
#[utoipa::path(tag = "phone", responses((status = 200, body = PushKeyResponse)))]
#[get("/v1/push/key")]
pub async fn get_push_key(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let key = app
        .keys
        .push_key(caller.at())
        .ok_or(EdgeRefusal::Internal)?;
    app.db
        .read(move |conn| access::to_account(conn, &caller).map(|_| ()))
        .await?;
    let body = PushKeyResponse {
        key: to_text(&key.1),
    };
    etag::answer(&request, &body)
}

/// Lists the devices of one's own account that are told something, the oldest first: two a session at the most, so
/// there is only one page.
#[utoipa::path(tag = "phone", responses((status = 200, body = Page<SubscriptionResponse>)))]
#[get("/v1/account/push-subscriptions")]
pub async fn list_push_subscriptions(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let current = caller.session();
    let devices = app
        .db
        .read(move |conn| {
            let who = access::to_account(conn, &caller)?;
            Ok::<_, HttpError>(store::subscriptions_of(conn, &who)?)
        })
        .await?;
    Page::whole(devices)
        .map(|device| SubscriptionResponse::new(&device, current))
        .answer(&request)
}

/// Has this device told what its person chose to hear there, instead of a mail.
///
/// To be sent at each start: the same again only renews it, and where the push service gave the device another address
/// it takes the place of the one before. It ends with the session. What is shown there says never more than that
/// there is something. A device that another account had is taken over by who shows its secret.
#[utoipa::path(
    tag = "phone",
    responses(
        (status = 200, description = "It was there", body = SubscriptionResponse),
        (status = 201, body = SubscriptionResponse),
        (status = 409, description = "device_taken other_push_key no_bridge"),
    )
)]
#[post("/v1/account/push-subscriptions")]
pub async fn create_push_subscription(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<SubscriptionRequest, 8>,
) -> HttpResult<HttpResponse> {
    let new = body.check(|body, faults| body.read(faults, &app.push_services))?;
    let (work, current) = ((**app).clone(), caller.session());
    let (subscription, is_new) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            Ok(subscribe::subscribe(conn, &work, &who, &new)??)
        })
        .await?;
    let mut answer = if is_new {
        HttpResponse::Created()
    } else {
        HttpResponse::Ok()
    };
    Ok(answer.json(SubscriptionResponse::new(&subscription, current)))
}

/// Has a device of one's own told nothing any more.
#[utoipa::path(
    tag = "phone",
    params(("subscription" = SubscriptionId, Path)),
    responses((status = 204, description = "Removed, now or before"))
)]
#[delete("/v1/account/push-subscriptions/{subscription}")]
pub async fn remove_push_subscription(
    app: Data<App>,
    caller: Caller,
    Path(subscription): Path<SubscriptionId>,
) -> HttpResult<HttpResponse> {
    app.db
        .write(move |conn| {
            let who = access::to_account(conn, &caller)?;
            store::remove(conn, who.account(), subscription)?;
            Ok::<_, HttpError>(())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
