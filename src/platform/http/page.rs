//! Lists, page by page.

use actix_web::http::header::{HeaderValue, LINK};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::problem::HttpResult;
use super::query::Within;
use super::{cursor, etag};
use crate::platform::keys::MacKeys;

/// Which page of a list.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// How many items one page holds
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    pub limit: Limit,
    /// Where the page before ended
    cursor: Option<String>,
}

impl ListQuery {
    /// What `read` makes of where the page before ended: the cursor of `question`.
    pub fn position<T>(
        &self,
        keys: &MacKeys,
        question: &[&[u8]],
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> HttpResult<Option<T>> {
        cursor::position(keys, question, self.cursor.as_deref(), read)
    }
}

/// How many items a page holds, 50 unless told.
pub type Limit = Within<1, 200, 50>;

/// One page of a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Send it as `cursor` for the next page; null on the last one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A list that always fits on one page.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }

    /// The first `limit` of `found`, of which one more was looked for: `cursor` names the last item
    /// shown when there is another.
    pub fn cut(mut found: Vec<T>, limit: usize, cursor: impl Fn(&T) -> String) -> Self {
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(cursor);
        Self { items: found, next }
    }

    /// The page with other items on it.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            next: self.next,
        }
    }
}

impl<T: Serialize> Page<T> {
    /// Answers a read with this page, and says where the next one is.
    pub fn answer(&self, request: &HttpRequest) -> HttpResult<HttpResponse> {
        let mut response = etag::answer(request, self)?;
        if let Some(link) = self.next.as_deref().and_then(|next| link(request, next)) {
            response.headers_mut().insert(LINK, link);
        }
        Ok(response)
    }
}

/// The same question with the next cursor.
fn link(request: &HttpRequest, next: &str) -> Option<HeaderValue> {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in url::form_urlencoded::parse(request.query_string().as_bytes()) {
        if name != "cursor" {
            query.append_pair(&name, &value);
        }
    }
    query.append_pair("cursor", next);
    let link = format!("<{}?{}>; rel=\"next\"", request.path(), query.finish());
    HeaderValue::from_str(&link).ok()
}
