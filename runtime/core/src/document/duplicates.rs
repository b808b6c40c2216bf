//! Names that stand twice in one object.

use std::collections::HashSet;

use super::{Document, shown};
use crate::text::spread::spread;

/// Up to so many names are compared with each other.
const PAIRS: usize = 4;

/// Among more names than these, two are taken for equal too often to ask.
const FEW: usize = 32;

impl Document<'_> {
    /// Reports each member of an object of `len` members whose name stood before.
    pub(super) fn report_duplicates(&mut self, object: usize, len: usize) {
        let may_repeat = if len <= PAIRS {
            self.repeats(object)
        } else {
            len > FEW || self.may_repeat(object)
        };
        if !may_repeat {
            return;
        }
        let mut seen = HashSet::with_capacity(len);
        let members = self.node(object).members();
        let repeated = members.filter(|member| !seen.insert(member.key));
        let repeated: Vec<usize> = repeated.map(|member| member.key_node.index()).collect();
        for node in repeated {
            let message = |document: &Self| {
                let name = document.node(node).text().unwrap_or_default();
                format!("`{}` stands twice in one object", shown(name))
            };
            self.add_problem(node, message, "keep one of the two");
        }
    }

    /// Whether names of an object of very few members are equal: each is compared with those before it.
    fn repeats(&self, object: usize) -> bool {
        let mut names = [""; PAIRS];
        let mut members = self.node(object).members().enumerate();
        members.any(|(count, member)| {
            let (before, rest) = names.split_at_mut(count.min(PAIRS));
            let is_repeated = before.contains(&member.key);
            if let Some(place) = rest.first_mut() {
                *place = member.key;
            }
            is_repeated
        })
    }

    /// Whether names of an object of few members may be equal: each sets one of many bits, of which two of
    /// different names are seldom the same.
    fn may_repeat(&self, object: usize) -> bool {
        let mut bits = [0_u64; 1 << 4];
        self.node(object).members().any(|member| {
            let place = spread(member.key) >> (64 - 10);
            let bit = 1 << (place % 64);
            let word = usize::try_from(place / 64).ok();
            word.and_then(|word| bits.get_mut(word)).is_none_or(|word| {
                let is_set = *word & bit != 0;
                *word |= bit;
                is_set
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn duplicates(text: &str) -> Vec<(String, String)> {
        let document = Document::from_json(text).unwrap();
        let place = |problem| {
            document
                .problem_as_error(problem)
                .location
                .unwrap()
                .to_string()
        };
        document
            .problems()
            .iter()
            .map(|p| (place(p), p.message.clone()))
            .collect()
    }

    #[test]
    fn reports_each_name_that_stands_twice_at_its_place() {
        let twice = |place: &str, name: &str| {
            (
                place.to_owned(),
                format!("`{name}` stands twice in one object"),
            )
        };
        assert_eq!(
            duplicates("{\"a\": 1, \"b\": {\"a\": 2},\n \"a\": 3, \"\\u0061\": 4}"),
            [twice("2:2", "a"), twice("2:10", "a")]
        );
        for count in 0..40 {
            let names: Vec<String> = (0..count).map(|n| format!("\"{n}\": 0")).collect();
            assert_eq!(duplicates(&format!("{{{}}}", names.join(", "))), []);
        }
        let mut large: Vec<String> = (0..40).map(|n| format!("\"{n}\": 0")).collect();
        large.insert(0, "\"17\": 0".to_owned());
        let found = duplicates(&format!("{{{}}}", large.join(",")));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "`17` stands twice in one object");
    }
}
