//! The invented people of the demo, and how they come in.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use super::Failure;
use crate::access::{
    self, AccessToken, Caller, Level, Manage, ManageStaff, Relation, Role, SiteRole, Tokens,
};
use crate::accounts::{
    self, Attempt, EmailAddress, MailedCode, Password, Passwords, Person, SignInOutcome, SignUpCode,
};
use crate::circle::{self, NewInvitation, Terms};
use crate::clinic::{self, NewStaff};
use crate::platform::App;
use crate::platform::http::{ClientAddr, HttpResult};
use crate::platform::ids::{AccountId, PatientId, SiteId};
use crate::platform::mail;

/// From where all of them come: an address for documentation.
const HOME: ClientAddr = ClientAddr(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)));

/// What the people of the demo live with.
pub(super) struct House<'a> {
    pub(super) app: &'a App,
    pub(super) tokens: Tokens,
    pub(super) passwords: Passwords,
    pub(super) mail: PathBuf,
}

/// A person of the demo.
pub(super) struct Persona {
    pub(super) name: &'static str,
    pub(super) email: EmailAddress,
    pub(super) password: String,
    /// Their own diary.
    pub(super) patient: Option<PatientId>,
    role: Role,
    bearer: AccessToken,
}

impl Persona {
    pub(super) fn account(&self) -> AccountId {
        self.bearer.account
    }
}

impl House<'_> {
    /// Signs a person up with the code from their mail, and signs them in.
    pub(super) async fn welcome(&self, name: &'static str, role: Role) -> Result<Persona, Failure> {
        let lower = name.to_lowercase();
        let email = EmailAddress::parse(&format!("{lower}@example.org"))?;
        let password = format!("{lower} watches the herons");
        let person = Person {
            email: email.clone(),
            display_name: name.to_owned(),
            role,
            time_zone: "Europe/Berlin".parse()?,
            locale: Some("en".to_owned()),
        };
        let home = HOME.network();
        accounts::sign_up(self.app, &self.passwords, home, person, typed(&password)).await?;
        let code = SignUpCode::typed(&self.mailed_code().await?);
        let mailed = accounts::MailedProof::Code(email.clone(), code);
        let confirmed = accounts::confirm(self.app, home, mailed).await?;
        let patient = confirmed.ok_or("the mailed code was not taken")?.patient;
        let bearer = self.sign_in(&email, &password).await?;
        Ok(Persona {
            name,
            email,
            password,
            patient,
            role,
            bearer,
        })
    }

    /// Signs a person in again: sessions end after 90 days without use.
    pub(super) async fn greet(&self, persona: &mut Persona) -> Result<(), Failure> {
        persona.bearer = self.sign_in(&persona.email, &persona.password).await?;
        Ok(())
    }

    async fn sign_in(&self, email: &EmailAddress, password: &str) -> Result<AccessToken, Failure> {
        let attempt = Attempt {
            email: Some(email.clone()),
            password: typed(password),
            device_name: Some("Phone".to_owned()),
            address: HOME.coarse(),
            network: HOME.network(),
        };
        let entered = accounts::sign_in(self.app, &self.passwords, attempt).await?;
        let SignInOutcome::SessionTokens(opened) = entered else {
            return Err("no person of the demo has a second factor here".into());
        };
        Ok(AccessToken {
            account: opened.account.id,
            session: opened.session,
            assurance: opened.assurance,
            authenticated_at: opened.authenticated_at,
        })
    }

    /// Lets a person work here, at a clinic where one is named, who chooses a password and enrols an app that shows
    /// codes; with what the app was given.
    pub(super) async fn employ(
        &self,
        name: &'static str,
        role: Role,
        at: Option<(&Persona, SiteId)>,
    ) -> Result<(Persona, String), Failure> {
        let lower = name.to_lowercase();
        let email = EmailAddress::parse(&format!("{lower}@example.org"))?;
        let password = format!("{lower} watches the herons");
        if let Some((by, site)) = at {
            let new = NewStaff {
                email: email.clone(),
                display_name: format!("Dr {name}"),
                role: SiteRole::Clinician,
            };
            self.let_work(by, site, new).await?;
        } else {
            let person = Person {
                email: email.clone(),
                display_name: name.to_owned(),
                role,
                time_zone: "Europe/Berlin".parse()?,
                locale: Some("en".to_owned()),
            };
            accounts::add_staff(self.app, person).await?;
        }
        let code = MailedCode::typed(&self.mailed_code().await?);
        let (home, chosen) = (HOME.network(), typed(&password));
        accounts::activate(self.app, &self.passwords, home, email.clone(), code, chosen).await?;
        let bearer = self.sign_in(&email, &password).await?;
        let persona = Persona {
            name,
            email,
            password,
            patient: None,
            role,
            bearer,
        };
        let enrolled = accounts::enrol_invented(self.app, self.caller(&persona)?).await?;
        self.throw_mail_away().await?;
        Ok((persona, enrolled.ok_or("a code was not taken")?))
    }

    /// Lets a person work at the site.
    async fn let_work(&self, by: &Persona, site: SiteId, new: NewStaff) -> Result<(), Failure> {
        let (caller, app) = (self.caller(by)?, self.app.clone());
        self.app
            .db
            .write(move |conn| -> HttpResult<()> {
                let access = access::to_site::<ManageStaff>(conn, &caller, site)?;
                Ok(clinic::add_staff(conn, &access, &app, new.clone())??)
            })
            .await?;
        Ok(())
    }

    /// The code in the only mail there is; the mail is thrown away.
    pub(super) async fn mailed_code(&self) -> Result<String, Failure> {
        mail::send_due(self.app).await?;
        let mut code = None;
        for file in std::fs::read_dir(&self.mail)? {
            let path = file?.path();
            let text = std::fs::read_to_string(&path)?;
            std::fs::remove_file(path)?;
            code = text
                .lines()
                .find_map(|line| line.strip_prefix("Code: "))
                .map(|code| code.trim().to_owned())
                .or(code);
        }
        Ok(code.ok_or("no code came by mail")?)
    }

    /// A request of this person, now.
    pub(super) fn caller(&self, persona: &Persona) -> Result<Caller, Failure> {
        let now = self.app.clock.now();
        let token = self
            .tokens
            .mint(&self.app.ids, now, persona.role, persona.bearer)?;
        Ok(Caller::verified(&self.tokens, &self.app.vault, &token, now)
            .ok_or("a token of ours was refused")?)
    }

    /// `host` invites `guest`, who comes in.
    pub(super) async fn let_in(
        &self,
        host: &Persona,
        guest: &Persona,
        level: Level,
        relation: Relation,
    ) -> Result<(), Failure> {
        let patient = host.patient.ok_or("only patients invite")?;
        let (inviting, accepting) = (self.caller(host)?, self.caller(guest)?);
        let new = NewInvitation {
            email: guest.email.clone(),
            terms: Terms { level, relation },
        };
        let (ids, url) = (self.app.ids.clone(), self.app.public_url.clone());
        self.app
            .db
            .write(move |conn| -> HttpResult<()> {
                let access = access::to_patient::<Manage>(conn, &inviting, patient)?;
                let invited = circle::invite(conn, &access, &new, &ids, &url)??;
                let who = access::to_account(conn, &accepting)?;
                circle::accept(conn, who, &invited.code)?;
                Ok(())
            })
            .await?;
        self.throw_mail_away().await
    }

    /// The invitations of the demo are not read.
    async fn throw_mail_away(&self) -> Result<(), Failure> {
        mail::send_due(self.app).await?;
        for file in std::fs::read_dir(&self.mail)? {
            std::fs::remove_file(file?.path())?;
        }
        Ok(())
    }
}

fn typed(password: &str) -> Password {
    Password::typed(&password.to_owned().into())
}
