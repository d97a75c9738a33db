//! The command line of the ALSFRS-R diary.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    alsfrs_diary::cli::run()
}
