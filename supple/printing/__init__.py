"""Pages into PDFs, by a library that nobody must have."""
