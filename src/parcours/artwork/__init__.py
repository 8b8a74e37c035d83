"""From a printed thing's file to the codes on it: reading pictures and PDFs, and decoding."""
