//! Requests as an app sends them.

use std::net::SocketAddr;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::promise;
use crate::reply::Reply;

/// Where the facts about a patient are.
pub const FACTS: &str = "/v1/patients/{patient}/facts";

/// All of them.
const FACTS_MEMBERS: &[&str] = &[
    "symptom_onset",
    "diagnosed_on",
    "onset_region",
    "birth_year",
    "sex",
    "gene",
    "usual_weight_kg",
    "height_cm",
    "time_zone",
];

/// One client app: where it sends to, whose token it has, whose diary it shows.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    token: Option<String>,
    patient: Option<String>,
    headers: Vec<(String, String)>,
}

impl TestApp {
    /// A client that nobody has signed in on.
    pub fn nobody(&self) -> Client {
        Client::of(self.address())
    }
}

impl Client {
    /// A client of the server at `address`, on which nobody has signed in.
    pub fn of(address: SocketAddr) -> Self {
        Self {
            http: reqwest::Client::builder().no_proxy().build().unwrap(),
            base: format!("http://{address}"),
            token: None,
            patient: None,
            headers: Vec::new(),
        }
    }

    /// The same with another access token.
    pub fn with_token(&self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self.clone()
        }
    }

    /// The same with one more header.
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        let mut client = self.clone();
        client.headers.push((name.to_owned(), value.to_owned()));
        client
    }

    /// The same showing the diary that `{patient}` in a path shall mean.
    pub fn showing(&self, patient_id: &str) -> Self {
        Self {
            patient: Some(patient_id.to_owned()),
            ..self.clone()
        }
    }

    /// The access token that it has.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap()
    }

    /// Where it sends to.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The same, sending to another address.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self {
            base: format!("http://{address}"),
            ..self.clone()
        }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    /// The same for a body that may break off.
    pub async fn try_get(&self, path: &str) -> Option<Reply> {
        Self::try_send(self.request(Method::GET, path)).await
    }

    /// The same for when the server may die: `None` when no whole answer comes.
    pub async fn try_put(&self, path: &str, body: Value) -> Option<Reply> {
        Self::try_send(self.request(Method::PUT, path).json(&body)).await
    }

    pub async fn try_post(&self, path: &str, body: Value) -> Option<Reply> {
        Self::try_send(self.request(Method::POST, path).json(&body)).await
    }

    async fn try_send(request: RequestBuilder) -> Option<Reply> {
        Reply::try_read(request.send().await.ok()?).await.ok()
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::POST, path).json(&body))
            .await
    }

    /// A `POST` without a body.
    pub async fn post_nothing(&self, path: &str) -> Reply {
        self.ask("POST", path).await
    }

    /// Puts in the place of what is at `path` the same with `change` in it: there is no other way to
    /// change a part. A caller who may not read it begins from nothing much.
    pub async fn change(&self, path: &str, change: Value) -> Reply {
        let (members, otherwise) = match path {
            "/v1/account" => (&["display_name", "time_zone", "locale"][..], json!({})),
            FACTS => (FACTS_MEMBERS, json!({})),
            _ => (
                &["level", "relation", "may_see_flags"][..],
                json!({"level": "read", "relation": "friend"}),
            ),
        };
        let read = self.get(path).await;
        let mut body = if read.status == 200 {
            read.body
        } else {
            otherwise
        };
        let whole = body.as_object_mut().unwrap();
        whole.retain(|member, _| members.contains(&member.as_str()));
        whole.extend(change.as_object().unwrap().clone());
        self.put(path, body).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.send(self.request(Method::DELETE, path)).await
    }

    pub async fn delete_with(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::DELETE, path).json(&body))
            .await
    }

    /// A body of any kind, or one that is no JSON.
    pub async fn send_bytes(
        &self,
        method: &str,
        path: &str,
        content_type: &str,
        body: impl Into<Vec<u8>>,
    ) -> Reply {
        let request = self
            .request(method.parse().unwrap(), path)
            .header("content-type", content_type)
            .body(body.into());
        self.send(request).await
    }

    /// A request without a body.
    pub async fn ask(&self, method: &str, path: &str) -> Reply {
        self.send(self.request(method.parse().unwrap(), path)).await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = match &self.patient {
            Some(patient) => path.replace("{patient}", patient),
            None => path.to_owned(),
        };
        assert!(!path.contains("{patient}"), "whose diary? use .on(&ada)");
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        request
    }

    /// Sends it, and holds the answer against the contract.
    async fn send(&self, request: RequestBuilder) -> Reply {
        let (http, request) = request.build_split();
        let request = request.expect("a request");
        let (method, path) = (request.method().clone(), request.url().path().to_owned());
        let response = http.execute(request).await.expect("an answer");
        let reply = Reply::try_read(response).await.expect("a whole answer");
        let broken = promise::broken(method.as_str(), &path, &reply);
        assert_eq!(broken, None, "{method} {path} is answered {reply:?}");
        reply
    }
}
