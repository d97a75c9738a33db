//! Which slice answers what.

use actix_web::web::{self, Data, ServiceConfig};

use super::{documents, page, service};
use crate::access::Tokens;
use crate::accounts::{self, Passwords};
use crate::platform::App;
use crate::platform::http::routes::{Register, Routes, no_such_route};
use crate::product::Product;
use crate::{
    alerts, audit, cards, channels, circle, clinic, consents, diary, exports, fhir, guests,
    patients, phone, privacy, reminders, smart, treatments, trends,
};

/// What the handlers of every worker share.
#[derive(Clone)]
pub(super) struct SharedState {
    pub(super) app: Data<App>,
    pub(super) product: Data<Product>,
    pub(super) tokens: Data<Tokens>,
    pub(super) passwords: Data<Passwords>,
    pub(super) memo: Data<trends::Memo>,
    pub(super) cohorts: Data<clinic::Cohorts>,
    pub(super) known: Data<Routes>,
    pub(super) documents: Data<documents::Documents>,
    pub(super) page: Data<page::Page>,
}

/// Every route there is, with what its handler needs.
pub(super) fn all(config: &mut ServiceConfig, shared: &SharedState) {
    config
        .app_data(shared.app.clone())
        .app_data(shared.product.clone())
        .app_data(shared.tokens.clone())
        .app_data(shared.passwords.clone())
        .app_data(shared.memo.clone())
        .app_data(shared.cohorts.clone())
        .app_data(shared.known.clone())
        .app_data(shared.documents.clone())
        .app_data(shared.page.clone())
        .default_service(web::to(no_such_route));
    slices(config);
}

/// The routes of the contract. A path is held against one after the other, so what phones and pages ask for all day
/// comes first.
pub(super) fn slices(config: &mut impl Register) {
    service::routes(config);
    diary::routes(config);
    trends::routes(config);
    phone::routes(config);
    documents::routes(config);
    page::routes(config);
    audit::routes(config);
    patients::routes(config);
    accounts::routes(config);
    circle::routes(config);
    clinic::routes(config);
    exports::routes(config);
    guests::routes(config);
    cards::routes(config);
    treatments::routes(config);
    smart::routes(config);
    fhir::routes(config);
    reminders::routes(config);
    alerts::routes(config);
    channels::routes(config);
    consents::routes(config);
    privacy::routes(config);
}
