//! Words that the contract has a name for.

/// Declares enums, each variant with the name that the contract uses: `enum Donor { Autologous "autologous", … }`.
macro_rules! words {
    ($($(#[$attribute:meta])* enum $name:ident { $($(#[$of_variant:meta])* $variant:ident $key:tt),+ $(,)? })+) => {$(
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        $(#[$attribute])*
        pub enum $name { $($(#[$of_variant])* #[serde(rename = $key)] $variant),+ }

        impl $name {
            /// Every one, in the order of the contract.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// The name the contract uses.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    )+};
}
pub(crate) use words;
