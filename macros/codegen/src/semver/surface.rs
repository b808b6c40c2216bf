//! Every item of a type that a program can name.

use std::collections::BTreeMap;

use formwork_specs::ResourceType;

use crate::plan::{
    AttributePlan, BesidePlan, BuilderPlan, FieldPlan, RecordPlan, ResourcePlan, RustType,
    StatePlan, ValueSetPlan, VariantPlan, plain_request,
};

/// The items of a type by their paths, as a program in the scope of the call writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surface {
    /// The module beside the struct.
    pub module: String,
    /// The items.
    pub items: BTreeMap<String, Item>,
}

/// What a program can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A struct, with its fields in order, and whether it has a default.
    Struct {
        /// The names of the fields.
        fields: Vec<String>,
        /// Whether no field is required.
        has_default: bool,
    },
    /// A field of a struct, behind a dot.
    Field {
        /// The type inside of `Value<…>`.
        ty: String,
        /// Whether it stands in no `Option`.
        required: bool,
    },
    /// A method of a builder, and the type it takes inside of `Value<…>`.
    Setter(String),
    /// A builder, with the markers of what it demands, in order.
    Builder(Vec<String>),
    /// The marker of a required property.
    Marker,
    /// A value set.
    ValueSet,
    /// A known value of a value set, and what stands in a document.
    Variant(String),
    /// The constant of an attribute, and the type of what is returned.
    Attribute(String),
}

impl Surface {
    /// The items of a type that is named as it is without `as`.
    #[must_use]
    pub fn of(resource: &ResourceType) -> Self {
        let plan = crate::plan::build(resource, plain_request(resource));
        let ResourcePlan {
            request,
            model: _,
            definitions: _,
            root,
            records,
            value_sets,
            attributes,
            // A type without values: nobody needs its name.
            attributes_marker: _,
            attributes_doc: _,
            builder: _,
            builder_doc: _,
            markers,
            module_doc: _,
        } = plan;
        let module = request.module.to_string();
        let mut surface = Self {
            items: BTreeMap::new(),
            module: module.clone(),
        };
        surface.record(&root, "", &module);
        let inside = format!("{module}::");
        for record in &records {
            surface.record(record, &inside, &module);
        }
        for set in &value_sets {
            let ValueSetPlan {
                ident,
                doc: _,
                variants,
            } = set;
            let path = format!("{inside}{ident}");
            for VariantPlan {
                ident,
                value,
                doc: _,
            } in variants
            {
                let variant = Item::Variant(value.clone());
                surface.items.insert(format!("{path}::{ident}"), variant);
            }
            surface.items.insert(path, Item::ValueSet);
        }
        for attribute in &attributes {
            let AttributePlan {
                ident,
                name: _,
                ty,
                doc: _,
            } = attribute;
            let ty = Item::Attribute(written(ty, &module));
            surface.items.insert(format!("{inside}{ident}"), ty);
        }
        for marker in &markers {
            let path = format!("{inside}required::{}", marker.ident);
            surface.items.insert(path, Item::Marker);
        }
        surface
    }

    fn record(&mut self, record: &RecordPlan, scope: &str, module: &str) {
        let RecordPlan {
            ident,
            number: _,
            doc: _,
            fields,
            beside,
            has_underscores: _,
            builder,
        } = record;
        let path = format!("{scope}{ident}");
        let BuilderPlan {
            ident: builder_ident,
            target: _,
            states,
            doc: _,
        } = builder;
        let builder_path = format!("{module}::{builder_ident}");
        for field in fields {
            let FieldPlan {
                ident,
                setter,
                alias: _,
                ty,
                state,
                doc: _,
            } = field;
            let ty = written(ty, module);
            let setter_path = format!("{builder_path}::{setter}");
            self.items.insert(setter_path, Item::Setter(ty.clone()));
            let required = state.is_some();
            let field = Item::Field { ty, required };
            self.items.insert(format!("{path}.{ident}"), field);
        }
        if let Some(BesidePlan {
            ident,
            setter,
            ty,
            doc: _,
        }) = beside
        {
            let ty = written(&RustType::Map(Box::new(ty.clone())), module);
            let setter_path = format!("{builder_path}::{setter}");
            self.items.insert(setter_path, Item::Setter(ty.clone()));
            let field = Item::Field { ty, required: true };
            self.items.insert(format!("{path}.{ident}"), field);
        }
        let markers = states.iter().map(
            |StatePlan {
                 marker,
                 parameter: _,
             }| marker.clone(),
        );
        self.items
            .insert(builder_path, Item::Builder(markers.collect()));
        let fields = fields.iter().map(|field| field.ident.clone());
        let fields = fields.chain(beside.iter().map(|beside| beside.ident.clone()));
        let item = Item::Struct {
            fields: fields.collect(),
            has_default: states.is_empty(),
        };
        self.items.insert(path, item);
    }
}

/// A type as a program beside the module writes it, with the names of the runtime.
fn written(ty: &RustType, module: &str) -> String {
    match ty {
        RustType::Text => "String".to_owned(),
        RustType::Integer => "i64".to_owned(),
        RustType::Float => "f64".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::Json => "formwork::Json".to_owned(),
        RustType::List(inner) => format!("Vec<formwork::Value<{}>>", written(inner, module)),
        RustType::Map(inner) => {
            format!("formwork::Map<formwork::Value<{}>>", written(inner, module))
        }
        RustType::Record(name) | RustType::ValueSet(name) => format!("{module}::{name}"),
        RustType::BoxedRecord(name) => format!("Box<{module}::{name}>"),
    }
}
