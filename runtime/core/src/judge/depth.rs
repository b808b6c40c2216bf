//! How deep values may be nested that a program made: as deep as what is read, or what is written of them could not be
//! read again. Whatever walks a value may call itself for each level once the judge was content with it.

use super::Judge;
use crate::document::{DEPTH_LIMIT, too_deep};
use crate::facts::Schema;
use crate::json::Json;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::typed::view::View;

impl<'a> Judge<'a> {
    /// Judges a value that has parts, unless it is too deep.
    #[inline]
    pub(crate) fn level(&mut self, view: View<'a>, judge: impl FnOnce(&mut Self)) {
        if self.descend(view) {
            judge(self);
            self.ascend();
        }
    }

    /// Goes into a value that has parts; whether it may be judged, for it may be too deep. Then [`ascend`](Self::ascend)
    /// follows.
    #[inline]
    pub(crate) fn descend(&mut self, view: View<'a>) -> bool {
        let may_enter = self.depth != DEPTH_LIMIT;
        if may_enter {
            self.depth += 1;
        } else {
            self.too_deep(view);
        }
        may_enter
    }

    /// Goes back to the value around it.
    #[inline]
    pub(crate) fn ascend(&mut self) {
        self.depth -= 1;
    }

    /// Judges free JSON, of which all levels are counted at once: what is asked of it may go into any of them.
    #[inline(never)]
    pub(super) fn measured(&mut self, view: &View<'a>, json: &Json, schema: &'static Schema) {
        if json.is_deeper_than(DEPTH_LIMIT - self.depth) {
            return self.too_deep(*view);
        }
        self.is_measured = true;
        self.with_care(view, schema);
        self.is_measured = false;
    }

    #[cold]
    fn too_deep(&mut self, view: View<'a>) {
        self.report(Rule::Syntax, view, || (too_deep("value"), Help::None));
    }
}
