//! Putting a template together in a program: sections are opened when something is put into them.
//!
//! Each part that others refer to is added under a name and gives a *handle*, which knows the name and what it
//! stands for: only a resource has attributes, only a condition decides, and an attribute belongs to one type.
//!
//! | file | for |
//! |---|---|
//! | `name` | names of parts, and which are taken |
//! | `origin` | which template a handle belongs to |
//! | `handle` | handles of resources, and what is given as one |
//! | `into_resource` | what is taken as a resource |
//! | `resource` | adding, replacing and removing resources |
//! | `for_each` | loops over resources |
//! | `parameter` | parameters and their handles |
//! | `condition` | conditions and their handles |
//! | `mapping` | mappings and their handles |
//! | `rule` | rules about parameters |
//! | `output` | outputs and exports |
//! | `sub` | what `sub!` captures |
//! | `plain` | description, metadata, transforms: parts without a handle |

mod condition;
mod for_each;
mod handle;
mod into_resource;
mod mapping;
mod name;
mod origin;
mod output;
mod parameter;
mod plain;
mod resource;
mod rule;
mod sub;

pub use self::condition::{Condition, ConditionHandle};
pub use self::handle::{Handle, Untyped};
pub use self::into_resource::IntoResource;
pub use self::mapping::MappingHandle;
pub use self::output::Output;
pub use self::parameter::{Parameter, ParameterHandle};
pub use self::rule::TemplateRule;
pub use self::sub::{Captured, SubPart, sub};

pub(super) use self::origin::Origin;
