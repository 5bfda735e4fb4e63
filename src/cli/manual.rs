//! The manual page, from the same description as the help.

use super::arguments::{Arguments, EXAMPLES, EXIT_STATUS};
use clap::CommandFactory;
use std::io::{self, Write};

/// Writes the page, for `man`.
///
/// # Errors
/// Where the output cannot be written.
pub fn page(out: &mut impl Write) -> io::Result<()> {
    let man = clap_mangen::Man::new(Arguments::command());
    man.render_title(out)?;
    man.render_name_section(out)?;
    // As the help has it; without it every option stands there, and none with its value.
    writeln!(out, ".SH SYNOPSIS\n\\fBreportedly\\fR [\\fIOPTIONS\\fR] [\\fIFILE\\fR]...")?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    // In lines of their own, as the help has them; a hyphen would become another sign.
    for (title, lines) in [("EXAMPLES", EXAMPLES), ("EXIT STATUS", EXIT_STATUS)] {
        writeln!(out, ".SH \"{title}\"\n.nf\n{}\n.fi", lines.replace('-', "\\-"))?;
    }
    man.render_version_section(out)
}
