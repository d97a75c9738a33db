//! A picture as a program reads it: where which text stands, and what is drawn where.

use roxmltree::{Document, Node};

/// The room that something takes: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
pub struct Room(pub f64, pub f64, pub f64, pub f64);

/// A text, and the room it takes in a wide font.
#[derive(Clone, Debug)]
pub struct Text {
    pub said: String,
    pub room: Room,
}

/// Where a pen goes without being lifted.
pub type Stroke = Vec<(f64, f64)>;

/// A picture.
pub struct Picture {
    pub language: String,
    pub width: f64,
    pub height: f64,
    pub title: String,
    pub told: String,
    pub style: String,
    pub texts: Vec<Text>,
    /// What is drawn: its class, and its strokes.
    pub paths: Vec<(String, Vec<Stroke>)>,
    /// Its class, and its room.
    pub rects: Vec<(String, Room)>,
}

impl Picture {
    /// Fails unless it is well-formed and stands alone.
    pub fn of(svg: &str) -> Self {
        let document = Document::parse(svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(
            root.tag_name().namespace(),
            Some("http://www.w3.org/2000/svg")
        );
        assert_eq!(root.attribute("role"), Some("img"));
        let language = root.attribute("lang").unwrap();
        assert_eq!(
            root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")),
            Some(language)
        );
        assert_stands_alone(&document);
        let inner = |name: &str| {
            let found = root.children().find(|node| node.has_tag_name(name));
            found
                .and_then(|node| node.text())
                .unwrap_or_default()
                .to_owned()
        };
        let labelled = root.attribute("aria-labelledby").unwrap();
        for id in labelled.split(' ') {
            assert!(root.children().any(|node| node.attribute("id") == Some(id)));
        }
        let (width, height) = (number(root, "width"), number(root, "height"));
        let seen = root.attribute("viewBox").unwrap();
        assert_eq!(seen, format!("0 0 {width} {height}"));
        let all = |name| {
            root.descendants()
                .filter(move |node: &Node| node.has_tag_name(name))
        };
        Self {
            language: language.to_owned(),
            width,
            height,
            title: inner("title"),
            told: inner("desc"),
            style: inner("style"),
            texts: all("text").map(text).collect(),
            paths: all("path")
                .map(|path| (class(path), strokes(path.attribute("d").unwrap())))
                .collect(),
            rects: all("rect").map(|rect| (class(rect), room(rect))).collect(),
        }
    }

    pub fn says(&self, text: &str) -> bool {
        self.words().contains(text)
    }

    /// All that is written.
    pub fn words(&self) -> String {
        let texts: Vec<&str> = self.texts.iter().map(|text| &*text.said).collect();
        texts.join(" ")
    }

    /// The strokes of what has all these classes, but for what explains them.
    pub fn strokes(&self, classes: &str) -> Vec<Stroke> {
        let is_asked = |class: &str| {
            let has = |name: &str| class.split(' ').any(|one| one == name);
            classes.split(' ').all(has) && !has("key")
        };
        let paths = self.paths.iter().filter(|(class, _)| is_asked(class));
        paths.flat_map(|(_, strokes)| strokes.clone()).collect()
    }

    /// All their points.
    pub fn points(&self, classes: &str) -> Vec<(f64, f64)> {
        self.strokes(classes).concat()
    }

    /// What lies outside, or over another text.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (place, text) in self.texts.iter().enumerate() {
            if !self.holds(text.room) {
                faults.push(format!("outside: {text:?}"));
            }
            for other in &self.texts[place + 1..] {
                if text.room.meets(other.room) {
                    faults.push(format!("{text:?} meets {other:?}"));
                }
            }
        }
        for (class, strokes) in &self.paths {
            let is_outside = |(x, y): &&(f64, f64)| !self.holds(Room(*x, *y, *x, *y));
            if let Some(point) = strokes.iter().flatten().find(is_outside) {
                faults.push(format!("outside: {class} at {point:?}"));
            }
        }
        let letters = self.rects.iter().filter(|(class, _)| class == "letter");
        let letters: Vec<Room> = letters.map(|(_, room)| *room).collect();
        for (place, letter) in letters.iter().enumerate() {
            if letters[place + 1..]
                .iter()
                .any(|other| letter.meets(*other))
            {
                faults.push(format!("a letter on another: {letter:?}"));
            }
        }
        let rects = self.rects.iter().filter(|(_, room)| !self.holds(*room));
        faults.extend(rects.map(|rect| format!("outside: {rect:?}")));
        faults
    }

    fn holds(&self, Room(left, top, right, bottom): Room) -> bool {
        left >= 0.0 && top >= 0.0 && right <= self.width && bottom <= self.height
    }
}

impl Room {
    fn meets(self, other: Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

/// Nothing in it runs, and nothing is fetched.
fn assert_stands_alone(document: &Document) {
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            ["svg", "title", "desc", "style", "rect", "path", "text"].contains(&name),
            "{name}"
        );
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && !name.contains("href"), "{name}");
            assert!(name != "style" && !value.contains("url("), "{value}");
        }
        if name == "style" {
            let style = node.text().unwrap();
            assert!(!style.contains("url(") && !style.contains("@import"));
        }
    }
}

fn class(node: Node) -> String {
    node.attribute("class").unwrap_or_default().to_owned()
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap_or("0").parse().unwrap()
}

fn room(rect: Node) -> Room {
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(rect, name));
    assert!(width >= 0.0 && height >= 0.0);
    Room(x, y, x + width, y + height)
}

fn text(node: Node) -> Text {
    let said = node.text().unwrap_or_default().to_owned();
    let (size, bolder) = match &*class(node) {
        "h" => (16.0, 1.1),
        "b" => (14.0, 1.1),
        _ => (14.0, 1.0),
    };
    let width = said.chars().map(wide).sum::<f64>() * size * bolder;
    let (x, y) = (number(node, "x"), number(node, "y"));
    let left = match node.attribute("text-anchor") {
        None => x,
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        Some(other) => panic!("{other}"),
    };
    Text {
        said,
        room: Room(left, y - 0.75 * size, left + width, y + 0.2 * size),
    }
}

/// The advance of a letter in `DejaVu` Sans, as a part of its size; of other scripts about that.
fn wide(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' => 0.278,
        'I' | 'J' => 0.295,
        ' ' | '.' | ',' | '·' => 0.32,
        ':' | ';' | '/' | '|' => 0.337,
        'f' | '-' => 0.361,
        't' | '(' | ')' | '[' | ']' | '!' => 0.392,
        'r' => 0.411,
        '"' => 0.46,
        's' | 'z' | 'c' | 'k' | 'v' | 'x' | 'y' => 0.592,
        'w' | '+' | '=' | '<' | '>' | '~' | '^' | '#' | '&' => 0.838,
        'm' | 'M' | 'W' | '%' | '@' => 0.989,
        'A'..='Z' => 0.787,
        ' '..='~' => 0.636,
        '\u{80}'..='\u{7ff}' => 0.7,
        _ => 1.0,
    }
}

/// The strokes of a path that has nothing but `M`, `L`, `h`, `l` and `z`.
fn strokes(d: &str) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic());
        let end = end.map_or(rest.len(), |end| end + 1);
        let numbers: Vec<f64> = rest[1..end]
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        if command == 'M' {
            strokes.push(Stroke::new());
        }
        let stroke = strokes.last_mut().unwrap();
        let (x, y) = stroke.last().copied().unwrap_or_default();
        match (command, numbers.as_slice()) {
            ('M' | 'L', [x, y]) => stroke.push((*x, *y)),
            ('h', [right]) => stroke.push((x + right, y)),
            ('l', steps) => {
                for step in steps.chunks(2) {
                    let (x, y) = stroke.last().copied().unwrap();
                    stroke.push((x + step[0], y + step[1]));
                }
            }
            ('z', []) => {}
            other => panic!("{other:?} in {d}"),
        }
        rest = &rest[end..];
    }
    strokes
}
