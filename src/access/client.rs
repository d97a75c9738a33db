//! Programs of a clinic, which read what its patients share for research, without names: their tokens, and how they
//! stand to a patient.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::clinic::of_program;
use super::clinic::{SHARE, Share};
use super::net::keep_to;
use super::place::Place;
use super::record::{RECORD, Record, RecordRow};
use super::sessions::{Live, live_client};
use super::token::LEEWAY;
use super::{Access, SignedIn, Standing, Summary, TokenError, Tokens};
use crate::platform::db::{Conn, DbResult, on_each};
use crate::platform::ids::{ClientId, Ids, PatientId, RowId, SiteId};
use crate::platform::vault::{WRAPPED, WrappedKey};
use crate::schema::{clients, data_keys, enrolments, patients};

/// The type that the header of such a token names. The tokens of people have another: neither is taken for the other.
const TYPE: &str = "client+jwt";

/// How long such a token is valid.
pub const CLIENT_TOKEN_LIFETIME: TimeDelta = TimeDelta::minutes(5);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    scope: String,
    jti: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
}

impl Tokens {
    /// Signs a token for a program that was granted `scope`.
    pub fn mint_client(
        &self,
        ids: &Ids,
        now: DateTime<Utc>,
        client: ClientId,
        scope: &str,
    ) -> Result<String, TokenError> {
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.client_audience(),
            sub: client.0,
            scope: scope.to_owned(),
            jti: ids.next::<RowId>().0,
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + CLIENT_TOKEN_LIFETIME).timestamp(),
        };
        self.sign(TYPE, &claims, now)
    }

    /// Reads the token of a program, and what it was granted; `None` for any other.
    pub(super) fn verify_client(
        &self,
        token: &str,
        now: DateTime<Utc>,
    ) -> Option<(ClientId, String)> {
        let claims: Claims = self.claims(&self.ring.get(), TYPE, token)?;
        let is_good = claims.iss == self.issuer
            && claims.aud == self.client_audience()
            && claims.nbf <= (now + LEEWAY).timestamp()
            && claims.iat <= (now + LEEWAY).timestamp()
            && claims.exp > (now - LEEWAY).timestamp();
        is_good.then(|| (claims.sub.into(), claims.scope))
    }

    fn client_audience(&self) -> String {
        format!("{}/fhir", self.issuer)
    }
}

type Row = (PatientId, RecordRow, Share, Option<WrappedKey>);

/// Those whose record a program of the site may read: enrolled there now, sharing with it for research, there and
/// everywhere.
macro_rules! shared_with {
    ($site:expr) => {
        enrolments::table
            .inner_join(patients::table)
            .left_join(data_keys::table.on(data_keys::subject.eq(patients::id)))
            .filter(enrolments::site_id.eq($site))
            .filter(enrolments::left_at.is_null())
            .filter(enrolments::research.eq(true))
            .filter(patients::care_sharing.eq(true))
            .filter(patients::clinic_enrolment.eq(true))
            .filter(patients::research_export.eq(true))
            .select((patients::id, RECORD, SHARE, WRAPPED.nullable()))
    };
}

/// How a program stands to `patient`.
pub(super) fn standing(
    conn: &mut Conn,
    client: ClientId,
    patient: PatientId,
) -> DbResult<Option<(Live, Option<Place>)>> {
    let Some(live) = live_client(conn, client)? else {
        return Ok(None);
    };
    let Some(site) = live.client_of else {
        return Ok(Some((live, None)));
    };
    keep_to(conn, site)?;
    let row = shared_with!(site).filter(patients::id.eq(patient));
    let row: Option<Row> = on_each!(conn, |c| row.first(c)).optional()?;
    let place = row.map(|row| place(site, row)).transpose()?;
    Ok(Some((live, place)))
}

fn place(site: SiteId, (patient, record, share, sealed_key): Row) -> DbResult<Place> {
    Ok(Place {
        record: Record::read(record, patient)?,
        standing: of_program(site, share),
        sealed_key,
        own_name: None,
        own_device: None,
        may_see_flags: false,
    })
}

/// Every record that a program of the site may read.
pub(super) fn records(
    conn: &mut Conn,
    who: &SignedIn,
    site: SiteId,
) -> DbResult<Vec<Access<Summary>>> {
    keep_to(conn, site)?;
    let rows: Vec<Row> = shared_with!(site).order(patients::id).load(conn)?;
    rows.into_iter()
        .map(|(patient, record, share, _)| {
            let record = Record::read(record, patient)?;
            let standing = of_program(site, share);
            Ok(Access::without_keys(
                who.clone(),
                patient,
                record,
                standing,
                false,
            ))
        })
        .collect()
}

/// What the program is called that was written down as `actor`; so too when it was taken away since.
pub fn client_name(conn: &mut Conn, actor: Uuid) -> DbResult<Option<String>> {
    let name = clients::table
        .find(ClientId::from(actor))
        .select(clients::name);
    Ok(on_each!(conn, |c| name.first(c)).optional()?)
}

impl<R> Access<R> {
    /// Whether the reader sees what people are called, and what was written in any words.
    pub fn shows_names(&self) -> bool {
        !matches!(self.standing, Standing::Program(_))
    }
}
