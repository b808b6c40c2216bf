//! Changing a template that was read, and the text it was read from.
//!
//! An edit changes the tree alone: it puts a value in memory where a place in the text was. The text is made
//! last, by comparing the tree with the document that was read: what is equal stays as it stood, byte for byte, and
//! what is not is patched where it stands. The result is read again before it is given away, so that a patch that
//! a comment, an anchor or an alias made wrong is never seen: then larger parts are written anew.
//!
//! | file | for |
//! |---|---|
//! | `wanted` | what the text is to say |
//! | `changes` | comparing that with what stands there |
//! | `patch` | replacing ranges of a text |
//! | `lines` | lines, columns and indentation |
//! | `braces` | members and elements between brackets: JSON, and the flow style of YAML |
//! | `block` | members and elements on lines of their own: the block style of YAML |

#[cfg(feature = "yaml")]
mod block;
mod braces;
mod changes;
mod lines;
mod patch;
mod wanted;

use self::changes::Changes;
use super::Template;
use super::source::{Source, TextFormat};

/// How deep the text is patched, tried one after the other: to the last value, to the properties of a resource, to
/// the sections.
const DEPTHS: [usize; 3] = [usize::MAX, 3, 1];

impl Template {
    /// The text that the template was read from, with only the edited places changed: comments, order, quotes and
    /// short forms of everything else stay byte for byte. A template that was built is written as JSON.
    ///
    /// ```
    /// # #[cfg(feature = "yaml")] {
    /// use formwork::Template;
    ///
    /// let text = "Resources:\n  Jobs: # the queue\n    Type: 'AWS::SQS::Queue'\n";
    /// let mut template = Template::from_yaml(text)?;
    /// assert_eq!(template.to_text(), text);
    /// template.entry("Jobs").override_property("/DelaySeconds", 5);
    /// assert_eq!(
    ///     template.to_text(),
    ///     "Resources:\n  Jobs: # the queue\n    Type: 'AWS::SQS::Queue'\n    Properties:\n      DelaySeconds: 5\n",
    /// );
    /// # }
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let Some(source) = self.source.as_deref() else {
            return self.to_json();
        };
        let edited = DEPTHS.iter().find_map(|depth| self.edited(source, *depth));
        edited.unwrap_or_else(|| match source.format {
            TextFormat::Json => self.to_json(),
            #[cfg(feature = "yaml")]
            TextFormat::Yaml => self.to_yaml(),
        })
    }

    /// The text with its patches, if it says what the template says.
    fn edited(&self, source: &Source, depth: usize) -> Option<String> {
        let patches = Changes::of(self, source, depth)?;
        if patches.is_empty() {
            return Some(source.text.to_string());
        }
        let text = patch::apply(&source.text, patches)?;
        let read = match source.format {
            TextFormat::Json => Self::from_json(&text),
            #[cfg(feature = "yaml")]
            TextFormat::Yaml => Self::from_yaml(&text),
        };
        (read.ok()? == *self).then_some(text)
    }
}
