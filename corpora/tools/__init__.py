"""Writers of papers for the corpora: small, plain, and the same bytes on every machine."""
