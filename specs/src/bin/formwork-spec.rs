//! The command `formwork-spec`.

fn main() -> std::process::ExitCode {
    formwork_specs::cli::run()
}
