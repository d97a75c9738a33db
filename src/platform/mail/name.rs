//! What people call themselves and their devices, as mail shows it.

/// `text` without what a program that reads mail would make a link of.
pub fn name(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ':' | '/' | '\\' | '@' | '<' | '>' | '：' | '／' | '＼' | '＠' => said.push(' '),
            '.' | '。' | '．' | '｡' if letters.peek().is_some_and(|next| *next != ' ') => {
                said.push_str(". ");
            }
            letter => said.push(letter),
        }
    }
    said
}
