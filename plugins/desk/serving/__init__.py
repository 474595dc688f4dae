"""The site as its editor sees it while they write: drawn on demand in one warm process, drafts and all."""
